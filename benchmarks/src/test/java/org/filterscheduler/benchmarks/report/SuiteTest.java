package org.filterscheduler.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From JMH's file to what people read. */
final class SuiteTest {
  private static final String JSON =
      """
      [ %s, %s, {
        "benchmark": "org.filterscheduler.benchmarks.ContentionBenchmark.decide",
        "mode": "thrpt", "threads": 2, "params": {"work": "spread"},
        "primaryMetric": {"score": 2.0, "scoreError": "NaN", "scoreUnit": "ops/us",
          "scorePercentiles": {"50.0": 2.0}},
        "secondaryMetrics": {"conflicts": {"score": 7.0, "scoreUnit": "#"}}
      } ]
      """;

  @TempDir Path folder;

  private static String decision(String engine, double nanos) {
    return """
    {
      "benchmark": "org.filterscheduler.benchmarks.DecisionBenchmark.decide",
      "mode": "avgt", "threads": 1,
      "params": {"engine": "%s", "hosts": "1000", "workload": "spread"},
      "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "ns/op",
        "scorePercentiles": {"50.0": %s}},
      "secondaryMetrics": {"·gc.alloc.rate.norm": {"score": 900.0, "scoreUnit": "B/op"}}
    }
    """
        .formatted(engine, nanos, nanos);
  }

  private Results results() throws Exception {
    Path json = folder.resolve("results.json");
    Files.writeString(json, JSON.formatted(decision("fast", 1_000), decision("floor", 400)));
    return Results.read(json.toFile());
  }

  @Test
  void read_fileOfJmh_givesNamesFiguresAndExtras() throws Exception {
    Results results = results();
    assertThat(results.measurements()).hasSize(3);
    Measurement fast = results.find(Bars.DECIDE, "avgt", 1, "engine", "fast").orElseThrow();
    assertThat(fast.nanos()).isEqualTo(1_000);
    assertThat(fast.extras()).containsEntry("gc.alloc.rate.norm", 900.0);
    assertThat(results.measurements().get(2).nanos()).isEqualTo(500);
    assertThat(results.find(Bars.DECIDE, "avgt", 1, "engine", "loop")).isEmpty();
  }

  @Test
  void report_ofResults_writesTablesAndChartAndPrintsTheRatios() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Suite.report(results(), folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(printed).contains("| spread: fast / floor at 1,000 hosts ").contains("| 2.5 ");
    assertThat(Files.readString(folder.resolve("results.md")))
        .contains(printed.strip())
        .contains("conflicts 7")
        .contains("gc.alloc.rate.norm 900");
    assertThat(Files.readString(folder.resolve("decisions.svg")))
        .startsWith("<svg ")
        .contains(">fast</text>", ">floor</text>")
        .endsWith("</svg>\n");
  }

  @Test
  void plan_inAHurry_hasFewerRunsAndEachBenchmarkExists() throws Exception {
    assertThat(count(Plan.quick())).isLessThan(count(Plan.full()));
    for (Run run : Plan.full()) {
      int dot = run.benchmark().indexOf('.');
      String name = run.benchmark().substring(dot + 1);
      Class<?> type =
          Class.forName("org.filterscheduler.benchmarks." + run.benchmark().substring(0, dot));
      assertThat(type.getMethods()).anyMatch(method -> method.getName().equals(name));
    }
  }

  private static int count(Iterable<Run> runs) {
    int count = 0;
    for (Run run : runs) {
      count += run.count();
    }
    return count;
  }
}
