package org.filterscheduler.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures of one run of the benchmarks.
 *
 * @param measurements the figures, in the order of the run
 */
record Results(List<Measurement> measurements) {
  Results {
    measurements = List.copyOf(measurements);
  }

  /** Reads the file that JMH wrote. */
  static Results read(File json) throws IOException {
    List<Measurement> all = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(json)) {
      all.add(measurement(node));
    }
    return new Results(all);
  }

  private static Measurement measurement(JsonNode node) {
    Map<String, String> parameters = new TreeMap<>();
    node.path("params")
        .properties()
        .forEach(e -> parameters.put(e.getKey(), e.getValue().asText()));
    Map<String, Double> extras = new TreeMap<>();
    node.path("secondaryMetrics")
        .properties()
        .forEach(e -> extras.put(withoutDot(e.getKey()), e.getValue().path("score").asDouble()));
    JsonNode primary = node.path("primaryMetric");
    Map<String, Double> percentiles = new TreeMap<>();
    primary
        .path("scorePercentiles")
        .properties()
        .forEach(e -> percentiles.put(e.getKey(), e.getValue().asDouble()));
    return new Measurement(
        simpleName(node.path("benchmark").asText()),
        node.path("mode").asText(),
        node.path("threads").asInt(),
        parameters,
        primary.path("score").asDouble(),
        primary.path("scoreUnit").asText(),
        percentiles,
        extras);
  }

  /** Some versions of JMH mark the figures of profilers with a dot. */
  private static String withoutDot(String name) {
    return name.startsWith("·") ? name.substring(1) : name;
  }

  private static String simpleName(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  /**
   * Returns the first figure of a benchmark that has these parameters, among others.
   *
   * @param benchmark the class and the method
   * @param mode JMH's short name of the mode
   * @param threads how many threads there were
   * @param parameters names and values by turns
   */
  Optional<Measurement> find(String benchmark, String mode, int threads, String... parameters) {
    for (Measurement measurement : measurements) {
      if (measurement.benchmark().equals(benchmark)
          && measurement.mode().equals(mode)
          && measurement.threads() == threads
          && has(measurement, parameters)) {
        return Optional.of(measurement);
      }
    }
    return Optional.empty();
  }

  private static boolean has(Measurement measurement, String... parameters) {
    for (int i = 0; i < parameters.length; i += 2) {
      if (!parameters[i + 1].equals(measurement.parameters().get(parameters[i]))) {
        return false;
      }
    }
    return true;
  }
}
