package org.filterscheduler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.core.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark does what it says, on few hosts and without a look at the clock. */
final class BenchmarksTest {
  private static final String ENGINE = "fast";

  @ParameterizedTest
  @CsvSource({
    "none, 0", "affinity, 0", "anti-affinity, 0", "rack, 0",
    "none, 21000", "affinity, 21000", "anti-affinity, 21000", "rack, 21000"
  })
  void group_decisions_areMadeOverAndOver(String rule, int instances) {
    GroupBenchmark group = new GroupBenchmark();
    group.rule = rule;
    group.instances = instances;
    group.engine = ENGINE;
    group.hosts = 400;
    group.fill();
    Set<String> claims = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      claims.add(group.decide());
    }
    assertThat(claims).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich-without-disk", "fullest-zone", "ram-or-disk", "lambda"})
  void adversary_decisions_keepTheNumberOfInstances(String situation) {
    AdversarialBenchmark adversary = adversary(situation, 1_000);
    for (int i = 0; i < 10; i++) {
      assertThat(adversary.decide()).isEqualTo(20);
    }
  }

  @Test
  void adversary_refusal_countsEveryHost() {
    assertThat(adversary("refusals", 50).decide()).isEqualTo(50);
  }

  private static AdversarialBenchmark adversary(String situation, int hosts) {
    AdversarialBenchmark adversary = new AdversarialBenchmark();
    adversary.situation = situation;
    adversary.index = true;
    adversary.engine = ENGINE;
    adversary.hosts = hosts;
    adversary.fill();
    return adversary;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void extraSpecs_decisions_areMade(boolean specs) {
    ExtraSpecsBenchmark extra = new ExtraSpecsBenchmark();
    extra.specs = specs;
    extra.engine = ENGINE;
    extra.hosts = 80;
    extra.fill();
    assertThat(extra.decide()).isNotEqualTo(extra.decide());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "figures", "description"})
  void update_reports_leaveRoomForDecisions(String change) {
    UpdateBenchmark update = new UpdateBenchmark();
    update.change = change;
    update.engine = ENGINE;
    update.hosts = 10;
    update.fill();
    for (int i = 0; i < 300; i++) {
      assertThat(update.decide()).isBetween(0, 9);
    }
  }

  @Test
  void fork_rolledBack_isAsItWas() {
    ForkBenchmark fork = new ForkBenchmark();
    fork.engine = ENGINE;
    fork.hosts = 20;
    fork.fill();
    assertThat(fork.placeTen().hosts()).allMatch(host -> host.vcpusUsed() == 0);
  }

  @Test
  void footprint_ofHostsAndClaims_isAboveNothing() {
    List<HostReport> reports = new ArrayList<>();
    for (int h = 0; h < 50; h++) {
      reports.add(Cluster.report(h, 1_000, 10).build());
    }
    Cluster cluster = Cluster.of(Workload.SPREAD.configuration(ENGINE), Plugins.load());
    Footprint footprint = new Footprint(cluster, reports, 4);
    assertThat(footprint.bytesPerHost()).isBetween(100.0, 10_000.0);
    assertThat(footprint.bytesPerClaim()).isBetween(50.0, 10_000.0);
  }
}
