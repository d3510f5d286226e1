package org.filterscheduler.spi.nova;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Numbers read as Python reads them. {@link Double#parseDouble} takes {@code 1f} and hexadecimal,
 * which Python refuses, and refuses {@code inf}, {@code nan} and {@code 1_000}, which Python takes.
 */
public final class PythonNumber {
  private static final String DIGITS = "\\d(?:_?\\d)*";
  private static final Pattern INTEGER = Pattern.compile("[+-]?" + DIGITS);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:%1$s(?:\\.(?:%1$s)?)?|\\.%1$s)(?:[eE][+-]?%1$s)?".formatted(DIGITS));
  private static final Pattern INFINITY =
      Pattern.compile("[+-]?inf(?:inity)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);

  private PythonNumber() {}

  /**
   * Returns the double of a text, as {@code float()} gives it: decimal or exponent notation, {@code
   * inf} and {@code nan}, white space around it.
   *
   * @param text the text
   * @throws IllegalArgumentException if it is no number
   */
  public static double decimal(String text) {
    String bare = asciiDigits(PythonText.strip(text));
    if (DECIMAL.matcher(bare).matches()) {
      return Double.parseDouble(bare.replace("_", ""));
    }
    if (INFINITY.matcher(bare).matches()) {
      return bare.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (NOT_A_NUMBER.matcher(bare).matches()) {
      return Double.NaN;
    }
    throw new IllegalArgumentException("\"" + text + "\" is no number. Write it as 2, 2.5 or 1e3.");
  }

  /**
   * Returns the whole number of a text, as {@code int()} gives it: an optional sign and digits,
   * white space around them. One that no long holds gives the nearest that does.
   *
   * @param text the text
   * @throws IllegalArgumentException if it is no whole number
   */
  public static long whole(String text) {
    String bare = asciiDigits(PythonText.strip(text));
    if (!INTEGER.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no whole number. Write it in digits, as in 12 or -3.");
    }
    return saturated(new BigInteger(bare.replace("_", "").replace("+", "")));
  }

  private static long saturated(BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  // Python takes the decimal digits of any script.
  private static String asciiDigits(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              boolean digit = Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
              out.appendCodePoint(digit ? '0' + Character.digit(point, 10) : point);
            });
    return out.toString();
  }
}
