package org.filterscheduler.spi.nova;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads numbers from the texts of aggregates, extra specs and options as Nova does: by Python's
 * rules, which take white space around a number, {@code 1_000} and {@code inf}, and refuse the
 * suffixes and hexadecimal digits of Java.
 */
public final class NovaNumbers {
  private static final String DIGITS = "\\d+(?:_\\d+)*";
  private static final Pattern WHOLE = Pattern.compile("[+-]?" + DIGITS);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:%1$s\\.?(?:%1$s)?|\\.%1$s)(?:[eE][+-]?%1$s)?".formatted(DIGITS));

  private NovaNumbers() {}

  /**
   * Reads a number with or without a fraction.
   *
   * @param text the text
   * @return the number, possibly infinite or not a number; empty where the text is none
   */
  public static OptionalDouble parseDouble(String text) {
    String number = bare(text);
    if (DECIMAL.matcher(number).matches()) {
      return OptionalDouble.of(Double.parseDouble(number.replace("_", "")));
    }
    return switch (number.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * Reads a whole number.
   *
   * @param text the text
   * @return the number, or the nearest that 64 bits hold; empty where the text is none
   */
  public static OptionalLong parseLong(String text) {
    String number = bare(text);
    if (!WHOLE.matcher(number).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(saturated(new BigInteger(number.replaceAll("[+_]", ""))));
  }

  /**
   * Reads what has to be a number with or without a fraction.
   *
   * @param text the text
   * @return the number, possibly infinite or not a number
   * @throws IllegalArgumentException if the text is none
   */
  public static double requireDouble(String text) {
    return parseDouble(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no number. Write it as 2, 2.5 or 1e3."));
  }

  /**
   * Reads what has to be a whole number.
   *
   * @param text the text
   * @return the number, or the nearest that 64 bits hold
   * @throws IllegalArgumentException if the text is none
   */
  public static long requireLong(String text) {
    return parseLong(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no whole number. Write it in digits, as in 12 or -3."));
  }

  // Python's whole numbers have no bound. Whoever compares them with a count sees no difference.
  private static long saturated(BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  // Python takes the decimal digits of any script.
  private static String bare(String text) {
    String stripped = PythonText.strip(text);
    if (stripped.chars().allMatch(c -> c < 128)) {
      return stripped;
    }
    StringBuilder out = new StringBuilder();
    stripped
        .codePoints()
        .forEach(
            point -> {
              boolean digit = Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
              out.appendCodePoint(digit ? '0' + Character.digit(point, 10) : point);
            });
    return out.toString();
  }
}
