package org.filterscheduler.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.benchmarks.report.Run.Pace;
import org.openjdk.jmh.annotations.Mode;

/** What is run: all of it, or in a hurry what the bars need. */
final class Plan {
  private static final String[] SIZES = {"1000", "10000", "100000"};
  private static final String FENZO_BATCH = "FenzoBatchBenchmark.decide";

  private final Pace usual;
  private final Pace slow; // for what takes a millisecond and more
  private final boolean everything;
  private final List<Run> runs = new ArrayList<>();

  private Plan(boolean everything) {
    this.everything = everything;
    usual = everything ? new Pace(8, 5, 500) : new Pace(2, 3, 250);
    slow = everything ? new Pace(3, 3, 700) : new Pace(1, 1, 400);
  }

  /** Returns all runs: some 15 minutes. */
  static List<Run> full() {
    return new Plan(true).all();
  }

  /**
   * Returns the runs that fit into a minute and a half: they share a virtual machine, since each of
   * its own would spend most of that time on compiling the engine.
   */
  static List<Run> quick() {
    return new Plan(false).all();
  }

  /** Returns what compiles the engine before anything is measured in a shared machine. */
  static Run warmUp() {
    return Run.of(Bars.DECIDE, new Pace(5, 1, 1_000))
        .with("workload", "spread")
        .with("engine", "fast")
        .with("hosts", "1000");
  }

  private List<Run> all() {
    decisions();
    groups();
    adversaries();
    threads();
    start();
    if (everything) {
      others();
    }
    return List.copyOf(runs);
  }

  private void decisions() {
    Run decide = Run.of(Bars.DECIDE, usual);
    Run spread = decide.with("workload", "spread");
    add(spread.with("engine", "fast", "floor").with("hosts", "1000", "10000", "100000"));
    add(spread.with("engine", "fast").with("hosts", "10000").in(Mode.SampleTime));
    add(spread.with("engine", "loop").with("hosts", SIZES).at(slow));
    add(
        spread
            .with("engine", "plain")
            .with("hosts", everything ? SIZES : new String[] {"1000"})
            .at(slow));
    add(spread.with("engine", "fenzo").with("hosts", "1000", "10000").at(slow));
    Run pike = decide.with("workload", "pike");
    add(pike.with("engine", "fast").with("hosts", SIZES));
    add(pike.with("engine", "loop").with("hosts", "10000").at(slow));
    if (everything) {
      add(Run.of(FENZO_BATCH, slow).with("hosts", "1000", "10000"));
      add(pike.with("engine", "plain").with("hosts", "1000", "10000").at(slow));
      add(
          decide
              .with("workload", "full", "packing", "alternates")
              .with("engine", "fast")
              .with("hosts", "1000", "10000", "100000"));
      add(
          decide
              .with("workload", "full", "packing", "alternates")
              .with("engine", "plain")
              .with("hosts", "1000")
              .at(slow));
    }
  }

  private void groups() {
    Run decide = Run.of("GroupBenchmark.decide", usual);
    String most = everything ? Bars.ALL_INSTANCES : Bars.SOME_INSTANCES;
    add(
        decide
            .with("rule", "none", "affinity", "anti-affinity", "rack")
            .with("instances", "0", most));
  }

  private void adversaries() {
    Run adversary = Run.of("AdversarialBenchmark.decide", usual);
    add(
        adversary
            .with("situation", "rich-without-disk", "fullest-zone", "ram-or-disk", "lambda")
            .with("index", "true", "false"));
    add(adversary.with("situation", "refusals").with("index", "true"));
  }

  private void threads() {
    Run decide = Run.of("ContentionBenchmark.decide", usual).in(Mode.Throughput);
    add(decide.with("work", "spread", "slow").on(1));
    add(decide.with("work", "spread", "slow").on(2));
  }

  private void start() {
    Pace once = new Pace(0, 1, 0);
    add(Run.of("StartBenchmark.register", once).in(Mode.SingleShotTime).with("hosts", "100000"));
    add(
        Run.of("StartBenchmark.footprint", once)
            .in(Mode.SingleShotTime)
            .with("hosts", everything ? "10000" : "2000"));
  }

  private void others() {
    add(Run.of("ExtraSpecsBenchmark.decide", usual));
    add(Run.of("UpdateBenchmark.decide", usual));
    add(Run.of("ForkBenchmark.placeTen", usual));
  }

  private void add(Run run) {
    runs.add(run);
  }
}
