package org.filterscheduler.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.SchedulerConfiguration;
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
 * standard filters and the RAM weigher? {@code plain} is this library; {@code loop} is what a user
 * would write without one, {@code floor} a bare tournament tree. All give the same host at every
 * step.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar DecisionBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  /** The engine. */
  @Param({"plain", "loop", "floor"})
  public String engine = "";

  /** The number of hosts. */
  @Param({"1000", "10000"})
  public int hosts;

  private SteadyState run = new SteadyState(new Spread(0, 1), new FloorEngine(new Spread(0, 1)));

  /** Fills the hosts to half of their memory. */
  @Setup(Level.Trial)
  public void fill() {
    Spread spread = new Spread(hosts, 1);
    run = new SteadyState(spread, engine(spread));
  }

  private Engine engine(Spread spread) {
    return switch (engine) {
      case "plain" -> new LibraryEngine(spread, configuration());
      case "loop" -> new LoopEngine(spread);
      case "floor" -> new FloorEngine(spread);
      default -> throw new IllegalArgumentException("engine (" + engine + ") is unknown.");
    };
  }

  static SchedulerConfiguration configuration() {
    return SchedulerConfiguration.defaults().with("enabled-weighers", List.of("RAMWeigher"));
  }

  /** One decision. */
  @Benchmark
  public int decide() {
    return run.step();
  }

  /** A refusal would be cheaper than a decision: there must be none. */
  @TearDown(Level.Trial)
  public void checkRefusals() {
    if (run.refused() > 0) {
      throw new IllegalStateException(run.refused() + " requests were refused; none may be.");
    }
  }
}
