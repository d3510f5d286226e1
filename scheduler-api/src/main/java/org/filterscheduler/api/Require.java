package org.filterscheduler.api;

import java.util.Objects;

/** The checks at the public edge; every message names the variable, its value and the rule. */
final class Require {
  private static final long MOST = 1L << 50;
  private static final int MOST_THINGS = 1 << 24;

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

  /**
   * Accepts an amount. No host has a thousand million million of anything; the bound keeps every
   * sum and product of amounts within a long.
   */
  static long amount(long value, String name) {
    notNegative(value, name);
    if (value > MOST) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at most " + MOST + ".");
    }
    return value;
  }

  /** Accepts an amount of a class; the name is only put together where it is needed. */
  static long amount(long value, String what, ResourceClass resource) {
    return value >= 0 && value <= MOST ? value : amount(value, what + resource);
  }

  /** Accepts an amount that may be below 0. */
  static long signedAmount(long value, String name) {
    amount(Math.abs(value), name); // the smallest long stays negative, and is refused
    return value;
  }

  /** Accepts a number of things on one host. */
  static int count(int value, String name) {
    notNegative(value, name);
    if (value > MOST_THINGS) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be at most " + MOST_THINGS + ".");
    }
    return value;
  }

  static int positive(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 1 or more.");
    }
    return value;
  }

  static double ratioAboveZero(double value, String resource) {
    ratio(value, resource + " allocation ratio");
    if (value == 0) {
      throw new IllegalArgumentException(
          resource + " allocation ratio (0) must be above 0. Leave it out to give it back.");
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
