package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.core.TestScheduler.MEMORY;
import static org.filterscheduler.core.TestScheduler.hosts;
import static org.filterscheduler.core.TestScheduler.request;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.junit.jupiter.api.Test;

/** What becomes of requests, told as stories. */
final class SelectTest {
  @Test
  void select_ofOneInstance_claimsTheBestHost() {
    var scheduler =
        TestScheduler.with()
            .filter("Memory", MEMORY)
            .spreading()
            .host("a", 4096)
            .host("b", 8192)
            .build();

    Selection selection = scheduler.select(request("i-1").build()).scheduled().get().first();

    assertThat(selection.host()).isEqualTo(HostKey.of("b"));
    Claim claim = selection.claim().orElseThrow();
    assertThat(scheduler.inventory().findClaim(claim.id())).contains(claim);
    assertThat(claim.state()).isEqualTo(ClaimState.PENDING);
    assertThat(claim.resources()).isEqualTo(Map.of(ResourceClass.MEMORY_MB, 1024L));
    assertThat(claim.forced()).isFalse();
  }

  @Test
  void select_whenNoHostFits_saysWhyAndClaimsNothing() {
    var scheduler = TestScheduler.with().filter("Memory", MEMORY).hosts("a", "b").build();

    SchedulingResult result = scheduler.select(request("i-1", 10_000).build());

    Explanation explanation = result.refusal().orElseThrow();
    assertThat(explanation)
        .hasToString("No valid host for instance i-1 among 2 hosts: [Memory: (start: 2, end: 0)]");
    assertThat(explanation.steps().get(0).reasons())
        .containsExactly(
            new Explanation.ReasonCount(
                "insufficient-memory", 2, List.of(HostKey.of("a"), HostKey.of("b"))));
    assertThat(explanation.nearestMisses().get(0))
        .hasToString(
            "a: Memory insufficient-memory (lacks 1808 MiB) [left=8192.0, needed=10000.0]");
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void select_ofSeveralInstances_letsEachSeeTheOnesBefore() {
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).spreading().hosts("a", "b").build();

    SchedulingResult result = scheduler.select(request("i-1").numInstances(3).build());

    assertThat(hosts(result)).containsExactly("a", "b", "a");
  }

  @Test
  void select_ofMoreInstancesThanFit_claimsNone() {
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).spreading().hosts("a", "b").build();

    SchedulingResult result = scheduler.select(request("i-1", 5000).numInstances(3).build());

    assertThat(result.refusal()).isPresent();
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void select_afterAHostFailedForAnEarlierInstance_neverAsksItAgain() {
    // "b" can take the first, but not the second; then "a" is full for the third.
    var scheduler =
        TestScheduler.with()
            .filter("Memory", MEMORY)
            .stacking()
            .host("a", 9000)
            .host("b", 5000)
            .host("c", 3000)
            .build();

    Explanation explanation =
        scheduler.select(request("i-1", 4000).numInstances(4).build()).refusal().orElseThrow();

    assertThat(explanation.request().index()).isEqualTo(3);
    assertThat(explanation.hosts()).isEqualTo(3);
    Explanation.Step earlier = explanation.steps().get(0);
    assertThat(earlier.name()).isEqualTo("earlier-instances");
    assertThat(earlier.hostsIn() - earlier.hostsOut()).isEqualTo(2);
    assertThat(earlier.reasons()).extracting(Explanation.ReasonCount::count).containsExactly(2);
  }
}
