package org.filterscheduler.api;

import java.util.Objects;

/** The checks at the public edge; every message names the variable, its value and the rule. */
final class Require {
  private Require() {}

  static String notBlank(String value, String name) {
    Objects.requireNonNull(value, name);
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " (\"" + value + "\") must not be blank.");
    }
    return value;
  }

  static long notNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be negative.");
    }
    return value;
  }

  static int notNegative(int value, String name) {
    return Math.toIntExact(notNegative((long) value, name));
  }

  static int positive(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 1 or more.");
    }
    return value;
  }

  /** Accepts a finite number of 0 or more: an allocation ratio of 0 means "not set", as in Nova. */
  static double ratio(double value, String name) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be a finite number, 0 or more.");
    }
    return value;
  }
}
