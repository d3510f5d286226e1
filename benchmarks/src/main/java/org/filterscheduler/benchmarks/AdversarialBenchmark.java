package org.filterscheduler.benchmarks;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a decision cost where the hosts that look best are no good, with the index of the fast
 * engine and without? A refusal reads how many hosts each filter rejected; why is told on demand.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar AdversarialBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdversarialBenchmark {
  private static final int ALIVE = 20;
  private static final int REQUESTS = 1_000; // more than are alive

  /** What is the matter. */
  @Param({"rich-without-disk", "fullest-zone", "ram-or-disk", "lambda", "refusals"})
  public String situation = "";

  /** Whether the engine has its index. */
  @Param({"true", "false"})
  public boolean index;

  /** The engine. */
  @Param("fast")
  public String engine = "";

  /** The number of hosts. */
  @Param("10000")
  public int hosts;

  private Cluster cluster = Cluster.of(SchedulerConfiguration.defaults(), Plugins.load());
  private final Queue<String> claims = new ArrayDeque<>();
  private final RequestSpec[] requests = new RequestSpec[REQUESTS];
  private boolean refusals;
  private int next;

  /** Makes the hosts, and places the first instances. */
  @Setup(Level.Trial)
  public void fill() {
    Situation found = Situation.of(situation);
    refusals = found == Situation.REFUSALS;
    SchedulerConfiguration configuration = Workload.SPREAD.configuration(engine);
    cluster = found.cluster(index ? configuration : configuration.with("index", false));
    Random random = new Random(1);
    for (int h = 0; h < hosts; h++) {
      cluster.add(found.host(h, random));
    }
    cluster.zones();
    for (int r = 0; r < REQUESTS; r++) {
      requests[r] =
          found
              .ask(RequestSpec.builder(Cluster.FLAVORS.get(r % 3)).instanceUuid("instance-" + r))
              .build();
    }
    for (int n = 0; n < ALIVE && !refusals; n++) {
      claims.add(cluster.select(request()));
    }
  }

  private RequestSpec request() {
    next = next + 1 == REQUESTS ? 0 : next + 1;
    return requests[next];
  }

  /** One decision, or one refusal: the claims that are alive, or the hosts that were counted. */
  @Benchmark
  public int decide() {
    if (refusals) {
      return rejected(cluster.scheduler().select(request()));
    }
    claims.add(cluster.select(request()));
    cluster.inventory().release(claims.remove());
    return claims.size();
  }

  /** Reads what a refusal tells at once: how many hosts each filter rejected. */
  private static int rejected(SchedulingResult refusal) {
    int rejected = 0;
    for (Explanation.Step step : ((SchedulingResult.NoValidHost) refusal).outline().steps()) {
      rejected += step.hostsIn() - step.hostsOut();
    }
    return rejected;
  }
}
