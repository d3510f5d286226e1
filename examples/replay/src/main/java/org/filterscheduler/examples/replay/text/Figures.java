package org.filterscheduler.examples.replay.text;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {
  private static final int BAR = 30;

  private Figures() {}

  /**
   * Returns a whole number with its thousands apart.
   *
   * @param value the number
   */
  public static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * Returns a number without a needless fraction, with its thousands apart.
   *
   * @param value the number
   */
  public static String grouped(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  /**
   * Returns a part of a whole in percent; a whole of nothing is not used at all.
   *
   * @param part the part
   * @param whole the whole
   */
  public static String percent(double part, double whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share(part, whole));
  }

  /**
   * Returns a part of a whole as a bar.
   *
   * @param part the part
   * @param whole the whole
   */
  public static String bar(double part, double whole) {
    int filled = (int) Math.round(BAR * Math.max(0, Math.min(1, share(part, whole))));
    return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
  }

  /**
   * Returns a weight or another small number with four digits.
   *
   * @param value the number
   */
  public static String weight(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * Returns a part of a whole, between 0 and 1 unless overcommitted.
   *
   * @param part the part
   * @param whole the whole
   */
  public static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
