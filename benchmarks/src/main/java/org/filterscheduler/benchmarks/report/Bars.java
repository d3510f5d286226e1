package org.filterscheduler.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The bars of the project: ratios within one run on one machine, whatever the machine is. */
final class Bars {
  static final String DECIDE = "DecisionBenchmark.decide";

  /** How many instances the group rules are measured with, and how many in a hurry. */
  static final String ALL_INSTANCES = "500000";

  static final String SOME_INSTANCES = "100000";

  private final Results results;
  private final List<Bar> bars = new ArrayList<>();

  private Bars(Results results) {
    this.results = results;
  }

  /** Returns all bars with the figures of a run. */
  static List<Bar> of(Results results) {
    Bars bars = new Bars(results);
    bars.againstOthers();
    bars.growth();
    bars.groups();
    bars.adversaries();
    bars.steadiness();
    bars.threads();
    bars.start();
    return List.copyOf(bars.bars);
  }

  private void againstOthers() {
    for (int hosts : new int[] {1_000, 10_000, 100_000}) {
      atMost(at("spread: fast / floor", hosts), spread("fast", hosts), spread("floor", hosts), 3);
    }
    double[] loops = {25, 140, 1_600};
    int hosts = 1_000;
    for (double limit : loops) {
      atLeast(
          at("spread: loop / fast", hosts), spread("loop", hosts), spread("fast", hosts), limit);
      hosts *= 10;
    }
    fenzo(1_000, 500);
    fenzo(10_000, 5_000);
  }

  private void fenzo(int hosts, double limit) {
    atLeast(
        at("spread: Fenzo, one task at a time / fast", hosts),
        spread("fenzo", hosts),
        spread("fast", hosts),
        limit);
  }

  private void growth() {
    atMost(
        "spread: fast at 100,000 hosts / at 1,000",
        spread("fast", 100_000),
        spread("fast", 1_000),
        2.5);
    atMost(
        "Pike's weighers: fast at 100,000 hosts / at 1,000",
        decision("pike", "fast", 100_000),
        decision("pike", "fast", 1_000),
        5);
    atLeast(
        at("Pike's weighers: loop / fast", 10_000),
        decision("pike", "loop", 10_000),
        decision("pike", "fast", 10_000),
        50);
  }

  private void groups() {
    String most = group("none", ALL_INSTANCES).isPresent() ? ALL_INSTANCES : SOME_INSTANCES;
    for (String instances : new String[] {"0", most}) {
      for (String rule : new String[] {"affinity", "anti-affinity", "rack"}) {
        atMost(
            "group rule / none: " + rule + ", " + instances + " instances",
            group(rule, instances),
            group("none", instances),
            3);
      }
    }
    atMost("affinity to one host / spread", group("affinity", most), spread("fast", 10_000), 2);
  }

  private Optional<Measurement> group(String rule, String instances) {
    return find("GroupBenchmark.decide", "rule", rule, "instances", instances);
  }

  private void adversaries() {
    for (String situation :
        new String[] {"rich-without-disk", "fullest-zone", "ram-or-disk", "lambda"}) {
      atMost(
          "adversary: index / no index, " + situation,
          adversary(situation, "true"),
          adversary(situation, "false"),
          1.5);
    }
    bars.add(
        Bar.atMost(
            "refusal with counts: ns per host at 10,000 hosts",
            value(adversary("refusals", "true"), m -> m.nanos() / 10_000),
            5));
  }

  private Optional<Measurement> adversary(String situation, String index) {
    return find("AdversarialBenchmark.decide", "situation", situation, "index", index);
  }

  private void steadiness() {
    Optional<Measurement> sampled =
        results.find(DECIDE, "sample", 1, "workload", "spread", "engine", "fast", "hosts", "10000");
    bars.add(
        Bar.atMost(
            at("spread: p99 / median", 10_000),
            value(sampled, m -> percentile(m, "99.0") / percentile(m, "50.0")),
            10));
    bars.add(
        Bar.atMost(
            at("spread: bytes allocated per decision", 10_000),
            extra(spread("fast", 10_000), "gc.alloc.rate.norm"),
            1_024));
  }

  private static double percentile(Measurement measurement, String name) {
    return measurement.percentiles().getOrDefault(name, Double.NaN);
  }

  private void threads() {
    bars.add(Bar.atLeast("2 threads / 1: spread", speedup("spread"), 0.9));
    bars.add(Bar.atLeast("2 threads / 1: decisions of 20 us and more", speedup("slow"), 1.5));
  }

  private OptionalDouble speedup(String work) {
    String benchmark = "ContentionBenchmark.decide";
    return ratio(
        results.find(benchmark, "thrpt", 1, "work", work),
        results.find(benchmark, "thrpt", 2, "work", work));
  }

  private void start() {
    Optional<Measurement> start =
        results.find("StartBenchmark.register", "ss", 1, "hosts", "100000");
    Optional<Measurement> footprint = results.find("StartBenchmark.footprint", "ss", 1);
    bars.add(Bar.atMost("register 100,000 hosts: CPU seconds", extra(start, "cpuSeconds"), 1));
    bars.add(Bar.atMost("bytes per host", extra(footprint, "bytesPerHost"), 1_024));
    bars.add(Bar.atMost("bytes per live claim", extra(footprint, "bytesPerClaim"), 400));
  }

  private Optional<Measurement> spread(String engine, int hosts) {
    return decision("spread", engine, hosts);
  }

  private Optional<Measurement> decision(String workload, String engine, int hosts) {
    return find(DECIDE, "workload", workload, "engine", engine, "hosts", Integer.toString(hosts));
  }

  private Optional<Measurement> find(String benchmark, String... parameters) {
    return results.find(benchmark, "avgt", 1, parameters);
  }

  private void atMost(
      String name, Optional<Measurement> slow, Optional<Measurement> quick, double limit) {
    bars.add(Bar.atMost(name, ratio(slow, quick), limit));
  }

  private void atLeast(
      String name, Optional<Measurement> slow, Optional<Measurement> quick, double limit) {
    bars.add(Bar.atLeast(name, ratio(slow, quick), limit));
  }

  /** Returns how many times longer the first takes than the second. */
  private static OptionalDouble ratio(Optional<Measurement> first, Optional<Measurement> second) {
    return first.isEmpty() || second.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(first.get().nanos() / second.get().nanos());
  }

  private static OptionalDouble extra(Optional<Measurement> measured, String name) {
    return value(measured.filter(m -> m.extras().containsKey(name)), m -> m.extras().get(name));
  }

  private static OptionalDouble value(
      Optional<Measurement> measured, ToDoubleFunction<Measurement> figure) {
    return measured.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.applyAsDouble(measured.get()));
  }

  private static String at(String name, int hosts) {
    return String.format(Locale.ROOT, "%s at %,d hosts", name, hosts);
  }
}
