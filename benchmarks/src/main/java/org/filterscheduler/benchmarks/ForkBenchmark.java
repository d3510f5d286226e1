package org.filterscheduler.benchmarks;

import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
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
 * What does a simulation cost: to fork the cluster, place ten instances, and roll back?
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar ForkBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForkBenchmark {
  private static final int PLACED = 10;

  /** The engine. */
  @Param("fast")
  public String engine = "";

  /** The number of hosts. */
  @Param({"1000", "100000"})
  public int hosts;

  private Cluster cluster = Cluster.of(SchedulerConfiguration.defaults(), Plugins.load());
  private final RequestSpec[] requests = new RequestSpec[PLACED];
  private HostKey[] keys = {};
  private int next;

  /** Makes the hosts. */
  @Setup(Level.Trial)
  public void fill() {
    cluster = Cluster.of(Workload.SPREAD.configuration(engine), Plugins.load());
    keys = new HostKey[hosts];
    for (int h = 0; h < hosts; h++) {
      HostReport report = Cluster.report(h, Cluster.ramMb(0.5), 1_000).build();
      keys[h] = report.key();
      cluster.add(report);
    }
    for (int r = 0; r < PLACED; r++) {
      requests[r] =
          RequestSpec.builder(Cluster.FLAVORS.get(0)).instanceUuid("instance-" + r).build();
    }
  }

  /** One simulation. */
  @Benchmark
  public ClusterFork placeTen() {
    ClusterFork fork = cluster.inventory().snapshot().fork();
    long mark = fork.mark();
    for (RequestSpec request : requests) {
      fork.place(request, keys[next]);
      next = next + 1 == keys.length ? 0 : next + 1;
    }
    fork.rollback(mark);
    return fork;
  }
}
