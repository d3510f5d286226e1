package org.filterscheduler.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.core.Plugins;
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

/**
 * What does it cost to begin: to register all hosts, once, in a virtual machine that is cold? CPU
 * seconds are those of the whole process, its compiler and garbage collector included. And what
 * memory do a host and a live claim take, the strings that the caller made left out?
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar StartBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1) // more would be added up, and be warm
public class StartBenchmark {
  /** The hosts. */
  @State(Scope.Benchmark)
  public static class Hosts {
    /** The engine. */
    @Param("fast")
    public String engine = "";

    /** The number of hosts. */
    @Param({"10000", "100000"})
    public int hosts;

    private final List<HostReport> reports = new ArrayList<>();

    /** Makes the reports. */
    @Setup(Level.Trial)
    public void report() {
      Spread spread = Workload.SPREAD.spread(hosts);
      for (int h = 0; h < hosts; h++) {
        reports.add(Cluster.report(h, spread.baseRam[h], spread.baseDisk[h]).build());
      }
    }

    private Cluster cluster() {
      return Cluster.of(Workload.SPREAD.configuration(engine), Plugins.load());
    }
  }

  /** What JMH shall tell beside the time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Used {
    /** Of all threads, while the hosts were registered. */
    public double cpuSeconds;
  }

  /** What JMH shall tell of the memory. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Bytes {
    /** Of one host without instances. */
    public double bytesPerHost;

    /** Of one live claim. */
    public double bytesPerClaim;
  }

  /** Registers all hosts. */
  @Benchmark
  public Object register(Hosts all, Used used) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Cluster cluster = all.cluster();
    long before = system.getProcessCpuTime();
    for (HostReport report : all.reports) {
      cluster.add(report);
    }
    used.cpuSeconds = (system.getProcessCpuTime() - before) / 1e9;
    return cluster;
  }

  /** Weighs the inventory: without hosts, with them, and with eight claims on each. */
  @Benchmark
  public Object footprint(Hosts all, Bytes bytes) {
    Footprint footprint = new Footprint(all.cluster(), all.reports, Spread.LIVE_PER_HOST);
    bytes.bytesPerHost = footprint.bytesPerHost();
    bytes.bytesPerClaim = footprint.bytesPerClaim();
    return footprint;
  }
}
