package org.filterscheduler.api;

/** Numbers as people write them. */
final class Numbers {
  private Numbers() {}

  /** Returns a whole number without a fraction, anything else in Java's shortest form. */
  static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
