package org.filterscheduler.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.SchedulerListener;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What do several threads decide together that share one inventory, each with a scheduler of its
 * own, and how often do they lose the race for a host? All want the same host: the best.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar ContentionBenchmark -t 1
 * java -jar benchmarks/target/benchmarks.jar ContentionBenchmark -t 2
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContentionBenchmark {
  private static final String WEIGHER = "FreeMemoryByRequest";

  /** What all threads share. */
  @State(Scope.Benchmark)
  public static class Shared {
    /** 'spread', or the same by a weigher that has to see every host: 20 microseconds and more. */
    @Param({"spread", "slow"})
    public String work = "";

    /** The engine. */
    @Param("fast")
    public String engine = "";

    /** The number of hosts. */
    @Param("10000")
    public int hosts;

    private RequestSpec[] requests = {};
    private List<String> initial = List.of();
    private SchedulerConfiguration configuration = SchedulerConfiguration.defaults();
    private Plugins plugins = Plugins.load();
    private HostInventory inventory = Schedulers.builder().buildInventory();

    /** Fills the hosts to half of their memory. */
    @Setup(Level.Trial)
    public void fill() {
      Spread spread = Workload.SPREAD.spread(hosts);
      HostWeigher weigher = HostWeigher.of(1.0, (host, request) -> host.freeMemoryMb());
      plugins = Plugins.load().with(Cluster.provider(WEIGHER, weigher));
      configuration = Workload.SPREAD.configuration(engine);
      if (work.equals("slow")) {
        configuration = configuration.with("enabled-weighers", List.of(WEIGHER));
      }
      Cluster cluster = Cluster.of(configuration, plugins);
      cluster.addAll(spread);
      inventory = cluster.inventory();
      requests = Cluster.requests(spread);
      initial = new ArrayList<>();
      for (int n = 0; n < spread.initialInstances(); n++) {
        initial.add(cluster.claim(n % hosts, Cluster.initial(n, spread.initialFlavor(n))));
      }
    }
  }

  /** What a thread has for itself. */
  @State(Scope.Thread)
  public static class Own {
    private FilterScheduler scheduler = Schedulers.builder().build();
    private final Queue<String> claims = new ArrayDeque<>();
    private int next;
    private long conflicts;

    /** Takes the thread's share of the instances that are alive. */
    @Setup(Level.Trial)
    public void share(Shared shared, ThreadParams thread) {
      scheduler =
          Schedulers.builder()
              .configuration(shared.configuration)
              .plugins(shared.plugins)
              .listener(new Counting(this))
              .build(shared.inventory);
      for (int n = thread.getThreadIndex();
          n < shared.initial.size();
          n += thread.getThreadCount()) {
        claims.add(shared.initial.get(n));
      }
      // Each begins elsewhere: no instance is placed by two at once.
      next = Spread.REQUESTS / thread.getThreadCount() * thread.getThreadIndex();
    }
  }

  private static final class Counting implements SchedulerListener {
    private final Own own;

    Counting(Own own) {
      this.own = own;
    }

    @Override
    public void conflicted(RequestSpec request) {
      own.conflicts++; // by the thread that decides
    }
  }

  /** What JMH shall tell beside the pace. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counts {
    /** The operations. */
    public long decisions;

    /** Claims that lost the race for their host: each is followed by a new decision. */
    public long conflicts;

    /** Requests that were answered with a conflict in the end. */
    public long unplaced;
  }

  /** One decision. */
  @Benchmark
  public SchedulingResult decide(Shared shared, Own own, Counts counts) {
    long before = own.conflicts;
    SchedulingResult result = own.scheduler.select(shared.requests[own.next]);
    own.next = (own.next + 1) & (Spread.REQUESTS - 1);
    Optional<SchedulingResult.Scheduled> placed = result.scheduled();
    if (placed.isPresent()) {
      own.claims.add(placed.get().first().claim().orElseThrow().id());
      shared.inventory.release(own.claims.remove());
    } else {
      counts.unplaced++;
    }
    counts.decisions++;
    counts.conflicts += own.conflicts - before;
    return result;
  }
}
