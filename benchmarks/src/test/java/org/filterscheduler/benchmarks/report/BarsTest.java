package org.filterscheduler.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ratios are what the figures say, and the verdicts what the ratios say. */
final class BarsTest {
  private final List<Measurement> measured = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "2.9, met",
    "3.0, met",
    "3.01, missed",
    "30, missed",
  })
  void bars_engineSoManyTimesSlowerThanTheFloor_mayBeThreeTimes(double times, String verdict) {
    spread("floor", 1_000, 500);
    spread("fast", 1_000, 500 * times);
    assertThat(bar("spread: fast / floor at 1,000 hosts").verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"24.9, missed", "25, met", "80, met"})
  void bars_loopSoManyTimesSlower_mustBeTwentyFiveTimes(double times, String verdict) {
    spread("fast", 1_000, 1_000);
    spread("loop", 1_000, 1_000 * times);
    assertThat(bar("spread: loop / fast at 1,000 hosts").verdict()).isEqualTo(verdict);
  }

  @Test
  void bars_nothingMeasured_areAllThereAndNoneIsMet() {
    List<Bar> bars = Bars.of(new Results(List.of()));
    assertThat(bars).hasSize(30);
    assertThat(bars).extracting(Bar::verdict).containsOnly("not measured");
  }

  @Test
  void bars_largeCluster_isComparedWithTheSmallOne() {
    spread("fast", 1_000, 1_000);
    spread("fast", 100_000, 2_400);
    assertThat(bar("spread: fast at 100,000 hosts / at 1,000").figure()).isEqualTo("2.4");
  }

  @Test
  void bars_otherUnits_areBroughtTogether() {
    decision("spread", "fast", 1_000, "avgt", 2, "us/op");
    decision("spread", "floor", 1_000, "avgt", 1_000, "ns/op");
    assertThat(bar("spread: fast / floor at 1,000 hosts").value()).hasValue(2);
  }

  @Test
  void bars_throughputOfTwoThreads_isDividedByThatOfOne() {
    contention(1, 1_000_000);
    contention(2, 800_000);
    Bar bar = bar("2 threads / 1: spread");
    assertThat(bar.value().getAsDouble()).isBetween(0.799999, 0.800001);
    assertThat(bar.verdict()).isEqualTo("missed");
  }

  @Test
  void bars_refusal_costsTheTenThousandthPartPerHost() {
    add("AdversarialBenchmark.decide", "avgt", 1, 40_000, "ns/op")
        .accept(Map.of("situation", "refusals", "index", "true"));
    assertThat(bar("refusal with counts: ns per host at 10,000 hosts").value()).hasValue(4);
  }

  @Test
  void bars_sampledDecisions_giveThePercentiles() {
    measured.add(
        new Measurement(
            Bars.DECIDE,
            "sample",
            1,
            Map.of("workload", "spread", "engine", "fast", "hosts", "10000"),
            1_500,
            "ns/op",
            Map.of("50.0", 1_000.0, "99.0", 9_000.0),
            Map.of()));
    assertThat(bar("spread: p99 / median at 10,000 hosts").value()).hasValue(9);
  }

  @Test
  void table_ofBars_hasOneRowEach() {
    spread("fast", 1_000, 1_000);
    spread("floor", 1_000, 500);
    assertThat(Tables.bars(Bars.of(new Results(measured))).lines())
        .hasSize(32)
        .anyMatch(line -> line.matches("\\| spread: fast / floor at 1,000 hosts +\\| 2 .*met.*"));
  }

  private Bar bar(String name) {
    Stream<Bar> bars = Bars.of(new Results(measured)).stream();
    return bars.filter(bar -> bar.name().equals(name)).findFirst().orElseThrow();
  }

  private void spread(String engine, int hosts, double nanos) {
    decision("spread", engine, hosts, "avgt", nanos, "ns/op");
  }

  private void decision(
      String workload, String engine, int hosts, String mode, double score, String unit) {
    add(Bars.DECIDE, mode, 1, score, unit)
        .accept(Map.of("workload", workload, "engine", engine, "hosts", Integer.toString(hosts)));
  }

  private void contention(int threads, double perSecond) {
    add("ContentionBenchmark.decide", "thrpt", threads, perSecond, "ops/s")
        .accept(Map.of("work", "spread"));
  }

  private java.util.function.Consumer<Map<String, String>> add(
      String benchmark, String mode, int threads, double score, String unit) {
    return parameters ->
        measured.add(
            new Measurement(benchmark, mode, threads, parameters, score, unit, Map.of(), Map.of()));
  }
}
