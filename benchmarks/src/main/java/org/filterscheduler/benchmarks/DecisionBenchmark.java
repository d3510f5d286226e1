package org.filterscheduler.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one decision cost: select, claim, and release the oldest instance, with the ten
 * standard filters? {@code fast} and {@code plain} are this library; {@code loop} is what a user
 * would write without one, {@code floor} a bare tournament tree, {@code fenzo} Netflix Fenzo with
 * one task per call. All give the same host at every step.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar DecisionBenchmark -p workload=spread -p engine=fast
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  /** What is decided: spread, pike, full, packing or alternates. */
  @Param({"spread", "pike", "full", "packing", "alternates"})
  public String workload = "";

  /** The engine: loop, floor and fenzo cannot do all workloads. */
  @Param({"fast", "plain"})
  public String engine = "";

  /** The number of hosts. */
  @Param({"1000", "10000", "100000"})
  public int hosts;

  private SteadyState run = SteadyState.NONE;

  /** Fills the hosts. */
  @Setup(Level.Trial)
  public void fill() {
    Workload decided = Workload.of(workload);
    Spread spread = decided.spread(hosts);
    run = new SteadyState(spread, decided.engine(engine, spread));
  }

  /** One decision. */
  @Benchmark
  public int decide() {
    return run.step();
  }

  /**
   * A refusal is no decision of the kind that is measured: there must be none, or they are told.
   */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    run.close(Workload.of(workload).mustPlaceAll());
  }
}
