package org.filterscheduler.benchmarks;

import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.HostReport;
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
 * What do reports cost that come in between, one for each ten decisions of 'spread': reports of
 * other figures, or of another description, beside none?
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar UpdateBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateBenchmark {
  private static final int DECISIONS = 10;
  private static final SteadyState NOTHING = SteadyState.NONE;

  /** What the reports change: nothing means that there are none. */
  @Param({"nothing", "figures", "description"})
  public String change = "";

  /** The engine. */
  @Param("fast")
  public String engine = "";

  /** The number of hosts. */
  @Param("10000")
  public int hosts;

  private SteadyState run = NOTHING;
  private LibraryEngine library = LibraryEngine.of(Workload.SPREAD, "plain", new Spread(0, 1));
  private HostReport[] reports = {};
  private int decisions;
  private int next;

  /** Fills the hosts to half of their memory, and makes the reports. */
  @Setup(Level.Trial)
  public void fill() {
    Spread spread = Workload.SPREAD.spread(hosts);
    library = LibraryEngine.of(Workload.SPREAD, engine, spread);
    run = new SteadyState(spread, library);
    reports = new HostReport[change.equals("nothing") ? 0 : 2 * hosts];
    for (int n = 0; n < reports.length; n++) {
      reports[n] = report(spread, n % hosts, n / hosts);
    }
  }

  private HostReport report(Spread spread, int host, int round) {
    HostReport.Builder report = Cluster.report(host, spread.baseRam[host], spread.baseDisk[host]);
    if (change.equals("figures")) {
      report.numIoOps(1 + round).failedBuilds(round);
    } else {
      report.hypervisorVersion(2_012_000 + round);
    }
    return report.build();
  }

  /** One decision, and the tenth part of a report. */
  @Benchmark
  public int decide() {
    if (++decisions == DECISIONS && reports.length > 0) {
      library.inventory().report(reports[next]);
      next = next + 1 == reports.length ? 0 : next + 1;
    }
    decisions %= DECISIONS;
    return run.step();
  }
}
