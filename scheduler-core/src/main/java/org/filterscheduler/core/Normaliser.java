package org.filterscheduler.core;

import java.util.OptionalDouble;

/**
 * Brings the raw weights of one weigher into 0 to 1, as Nova does. The operations and their order
 * are part of the specification: they decide ties.
 *
 * @param low what becomes 0
 * @param high what becomes 1
 */
record Normaliser(double low, double high) {
  /**
   * Returns the normaliser of some raw weights.
   *
   * @param raw finite weights, at least one
   * @param fixedMinimum a weight that becomes 0 even if all are above it
   */
  static Normaliser of(double[] raw, OptionalDouble fixedMinimum) {
    double low = fixedMinimum.orElse(raw[0]);
    double high = raw[0];
    for (double weight : raw) {
      low = weight < low ? weight : low;
      high = weight > high ? weight : high;
    }
    return new Normaliser(low, high);
  }

  double normalise(double raw) {
    return normalise(raw, low, high);
  }

  static double normalise(double raw, double low, double high) {
    if (low == high) {
      return 0.0;
    }
    double range = high - low;
    // Halves where the range is beyond the largest double; infinity by infinity would be no number.
    return Double.isInfinite(range)
        ? (raw / 2 - low / 2) / (high / 2 - low / 2)
        : (raw - low) / range;
  }
}
