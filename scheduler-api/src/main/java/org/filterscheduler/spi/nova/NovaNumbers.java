package org.filterscheduler.spi.nova;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads numbers from the texts of aggregates, extra specs and options as Nova does: by Python's
 * rules, which take blanks around a number, {@code 1_000} and {@code inf}, and refuse the suffixes
 * and hexadecimal digits of Java.
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
    String number = text.strip();
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
   * @return the number; empty where the text is none, or one beyond 64 bits
   */
  public static OptionalLong parseLong(String text) {
    String number = text.strip();
    if (!WHOLE.matcher(number).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(number.replace("_", "")));
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // Python's integers have no bound; ours have
    }
  }
}
