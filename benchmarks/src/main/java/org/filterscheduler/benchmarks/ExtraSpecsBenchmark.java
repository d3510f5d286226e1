package org.filterscheduler.benchmarks;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.Flavor;
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
 * What do extra specs cost: a hundred flavors that ask for different capabilities, of hosts of
 * forty kinds, beside flavors that ask for none?
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar ExtraSpecsBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExtraSpecsBenchmark {
  private static final int ALIVE = 1_000;
  private static final int FLAVORS = 100;
  private static final int GENERATIONS = 20;

  /** Whether the flavors have extra specs. */
  @Param({"true", "false"})
  public boolean specs;

  /** The engine. */
  @Param("fast")
  public String engine = "";

  /** The number of hosts. */
  @Param("10000")
  public int hosts;

  private Cluster cluster = Cluster.of(SchedulerConfiguration.defaults(), Plugins.load());
  private final Queue<String> claims = new ArrayDeque<>();
  private final RequestSpec[] requests = new RequestSpec[10 * FLAVORS * FLAVORS];
  private int next;

  /** Makes hosts, half full, and places the first instances. */
  @Setup(Level.Trial)
  public void fill() {
    cluster = Cluster.of(Workload.SPREAD.configuration(engine), Plugins.load());
    Random random = new Random(1);
    for (int h = 0; h < hosts; h++) {
      cluster.add(host(h, Cluster.ramMb(0.5) - random.nextInt(3_441)));
    }
    Flavor[] flavors = new Flavor[FLAVORS];
    for (int f = 0; f < FLAVORS; f++) {
      flavors[f] = flavor(f);
    }
    for (int r = 0; r < requests.length; r++) {
      requests[r] =
          RequestSpec.builder(flavors[random.nextInt(FLAVORS)])
              .instanceUuid("instance-" + r)
              .build();
    }
    for (int n = 0; n < ALIVE; n++) {
      claims.add(cluster.select(request()));
    }
  }

  private static HostReport host(int h, int ramMb) {
    String vendor = h % 2 == 0 ? "Intel" : "AMD";
    String cpu =
        "{\"arch\": \"x86_64\", \"vendor\": \"%s\", \"model\": \"m%d\", \"features\": [\"aes\"]}";
    int generation = h / 2 % GENERATIONS;
    return Cluster.report(h, ramMb, 1_000)
        .cpuInfo(cpu.formatted(vendor, generation))
        .stats(Map.of("generation", generation))
        .hypervisorType("QEMU")
        .hypervisorVersion(2_012_000)
        .build();
  }

  private Flavor flavor(int f) {
    Flavor.Builder flavor = Flavor.builder("flavor-" + f).vcpus(1).memoryMb(512 + f).rootGb(1);
    if (specs) {
      flavor.extraSpecs(
          Map.of(
              "capabilities:cpu_info:vendor",
              f % 2 == 0 ? "Intel" : "AMD",
              "capabilities:generation",
              ">= " + f / 2 % GENERATIONS,
              "capabilities:hypervisor_type",
              "QEMU"));
    }
    return flavor.build();
  }

  private RequestSpec request() {
    next = next + 1 == requests.length ? 0 : next + 1;
    return requests[next];
  }

  /** One decision; returns the id of its claim. */
  @Benchmark
  public String decide() {
    String claim = cluster.select(request());
    claims.add(claim);
    cluster.inventory().release(claims.remove());
    return claim;
  }
}
