package org.filterscheduler.benchmarks.report;

import java.util.Map;
import java.util.Objects;

/**
 * What JMH found out about one benchmark with one set of parameters.
 *
 * @param benchmark the class and the method, without the package
 * @param mode JMH's short name of the mode
 * @param threads how many threads there were
 * @param parameters the parameters by name
 * @param score the figure, in the unit
 * @param unit the unit as JMH names it, for instance {@code ns/op}
 * @param percentiles the figures by percentile, in the unit
 * @param extras further figures by name, such as the bytes that were allocated
 */
record Measurement(
    String benchmark,
    String mode,
    int threads,
    Map<String, String> parameters,
    double score,
    String unit,
    Map<String, Double> percentiles,
    Map<String, Double> extras) {
  Measurement {
    parameters = Map.copyOf(parameters);
    percentiles = Map.copyOf(percentiles);
    extras = Map.copyOf(extras);
  }

  /** Returns how long one operation took. */
  double nanos() {
    return switch (unit) {
      case "ns/op" -> score;
      case "us/op" -> score * 1e3;
      case "ms/op" -> score * 1e6;
      case "s/op" -> score * 1e9;
      case "ops/s" -> 1e9 / score;
      case "ops/ms" -> 1e6 / score;
      case "ops/us" -> 1e3 / score;
      default ->
          throw new IllegalStateException(
              "unit (" + unit + ") of " + benchmark + " must be time per op or ops per time.");
    };
  }

  /** Returns a parameter that the benchmark has. */
  String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }
}
