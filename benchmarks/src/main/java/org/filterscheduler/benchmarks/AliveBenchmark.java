package org.filterscheduler.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does the harness run? The floor below which no other figure of this module means anything.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar AliveBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class AliveBenchmark {
  private long free = 1 << 20;

  /** The cheapest check that a filter can make: one comparison of a field. */
  @Benchmark
  public boolean compareOneField() {
    return free >= 512;
  }
}
