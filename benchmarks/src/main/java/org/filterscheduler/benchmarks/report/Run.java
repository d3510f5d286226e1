package org.filterscheduler.benchmarks.report;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One call of JMH: a benchmark with all combinations of the values of its parameters.
 *
 * @param benchmark the class and the method
 * @param parameters values by name
 * @param mode the mode
 * @param threads how many threads there are
 * @param pace how long it is measured
 */
record Run(String benchmark, Map<String, String[]> parameters, Mode mode, int threads, Pace pace) {
  /** How long is measured: warm-up and measurement, in iterations of some milliseconds. */
  record Pace(int warmups, int measurements, long millis) {}

  static Run of(String benchmark, Pace pace) {
    return new Run(benchmark, Map.of(), Mode.AverageTime, 1, pace);
  }

  Run with(String name, String... values) {
    Map<String, String[]> more = new TreeMap<>(parameters);
    more.put(name, values);
    return new Run(benchmark, more, mode, threads, pace);
  }

  Run in(Mode other) {
    return new Run(benchmark, parameters, other, threads, pace);
  }

  Run on(int count) {
    return new Run(benchmark, parameters, mode, count, pace);
  }

  Run at(Pace other) {
    return new Run(benchmark, parameters, mode, threads, other);
  }

  /** Returns how many runs with one value per parameter it stands for. */
  int count() {
    int count = 1;
    for (String[] values : parameters.values()) {
      count *= values.length;
    }
    return count;
  }

  /**
   * Returns the options for JMH.
   *
   * @param apart whether each run gets a virtual machine of its own
   */
  Options options(boolean apart) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("\\." + benchmark.replace(".", "\\.") + "$")
            .mode(mode)
            .threads(threads)
            .forks(apart ? 1 : 0)
            .warmupIterations(pace.warmups())
            .warmupTime(TimeValue.milliseconds(pace.millis()))
            .measurementIterations(pace.measurements())
            .measurementTime(TimeValue.milliseconds(pace.millis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    parameters.forEach(builder::param);
    return builder.build();
  }
}
