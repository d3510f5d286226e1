package org.filterscheduler.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure with the limit that it is held against.
 *
 * @param name what is compared
 * @param value the figure; empty where the run did not measure it
 * @param atMost whether the limit is the highest figure allowed, not the lowest
 * @param limit the limit
 */
record Bar(String name, OptionalDouble value, boolean atMost, double limit) {
  static Bar atMost(String name, OptionalDouble value, double limit) {
    return new Bar(name, value, true, limit);
  }

  static Bar atLeast(String name, OptionalDouble value, double limit) {
    return new Bar(name, value, false, limit);
  }

  /** Returns whether the figure is on the right side of its limit. */
  String verdict() {
    if (value.isEmpty()) {
      return "not measured";
    }
    double figure = value.getAsDouble();
    boolean met = atMost ? figure <= limit : figure >= limit;
    return met ? "met" : "missed";
  }

  String figure() {
    return value.isEmpty() ? "-" : number(value.getAsDouble());
  }

  String bar() {
    return (atMost ? "at most " : "at least ") + number(limit);
  }

  /** Three digits tell all that such a run can tell. */
  static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    String text = String.format(Locale.ROOT, format, value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
