package org.filterscheduler.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one of a hundred decisions cost Netflix Fenzo, which is at its best when it gets many
 * tasks in one call? The workload is 'spread'.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar FenzoBatchBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FenzoBatchBenchmark {
  static final int BATCH = 100;

  /** The number of hosts. */
  @Param({"1000", "10000"})
  public int hosts;

  private FenzoEngine fenzo = new FenzoEngine(new Spread(0, 1));
  private SteadyState run = SteadyState.NONE;

  /** Fills the hosts. */
  @Setup(Level.Trial)
  public void fill() {
    Spread spread = Workload.SPREAD.spread(hosts);
    fenzo.close();
    fenzo = new FenzoEngine(spread);
    run = new SteadyState(spread, fenzo);
  }

  /** One call with many tasks. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int[] decide() {
    return run.batch(fenzo, BATCH);
  }

  /** There must be no refusals. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    run.close(true);
  }
}
