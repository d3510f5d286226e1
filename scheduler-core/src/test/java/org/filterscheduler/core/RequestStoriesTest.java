package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestScheduler.MEMORY;
import static org.filterscheduler.core.TestScheduler.hosts;
import static org.filterscheduler.core.TestScheduler.request;
import static org.filterscheduler.core.TestScheduler.weigher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.Retry;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.RequestScore;
import org.junit.jupiter.api.Test;

/** Kinds of requests, and what is special about each. */
final class RequestStoriesTest {
  private static final HostFilter NOBODY = HostFilter.of((host, request) -> false);

  // ---- forced

  @Test
  void select_ofAForcedHost_claimsItPastTheFiltersAndMarksTheClaim() {
    var scheduler = TestScheduler.with().filter("Nobody", NOBODY).hosts("a", "b").build();

    Selection selection = only(scheduler.select(request("i-1").forceHosts(List.of("B")).build()));

    assertThat(selection.host()).isEqualTo(HostKey.of("b"));
    assertThat(selection.claim().orElseThrow().forced()).isTrue();
  }

  @Test
  void select_ofAnUnknownForcedHost_isRefused() {
    var scheduler = TestScheduler.with().hosts("a", "b").build();

    SchedulingResult result = scheduler.select(request("i-1").forceHosts(List.of("x")).build());

    assertThat(result.message())
        .isEqualTo(
            "No valid host for instance i-1 among 2 hosts: [force-hosts: (start: 2, end: 0)]");
    assertThat(result.refusal().orElseThrow().nearestMisses()).isEmpty();
  }

  // ---- rebuild

  @Test
  void select_ofARebuild_asksOnlyFiltersForItAndClaimsNothing() {
    var traits = new FilterTraits(false, true);
    var scheduler =
        TestScheduler.with()
            .filter("Nobody", NOBODY)
            .filter("NotA", traits, HostFilter.of((host, r) -> !host.key().host().equals("a")))
            .hosts("a", "b")
            .build();

    Selection selection =
        only(scheduler.select(request("i-1", 99_999).kind(RequestKind.REBUILD).build()));

    assertThat(selection.host()).isEqualTo(HostKey.of("b"));
    assertThat(selection.claim()).isEmpty();
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void select_ofARebuildByHint_isOneOnlyIfTheHintIsExactlyThat() {
    var scheduler = TestScheduler.with().filter("Nobody", NOBODY).hosts("a").build();

    assertThat(scheduler.select(checkType("rebuild")).scheduled()).isPresent();
    assertThat(scheduler.select(checkType("rebuild", "x")).refusal()).isPresent();
    assertThat(scheduler.select(checkType("REBUILD")).refusal()).isPresent();
  }

  private static RequestSpec checkType(String... values) {
    return request("i-1").hints(Map.of(RequestSpec.CHECK_TYPE_HINT, List.of(values))).build();
  }

  @Test
  void select_ofARebuildOfSeveral_letsThemSeeEachOtherAndNobodyElse() {
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).spreading().hosts("a", "b").build();
    RequestSpec rebuild = request("i-1").kind(RequestKind.REBUILD).numInstances(2).build();

    SchedulingResult result = scheduler.selectAll(List.of(rebuild, request("i-2", 8192).build()));

    assertThat(hosts(result)).containsExactly("a", "b", "a");
    assertThat(scheduler.inventory().claims()).hasSize(1);
  }

  // ---- retry

  @Test
  void select_afterMoreAttemptsThanAllowed_tellsTheHistory() {
    var scheduler = TestScheduler.with().hosts("a").build();
    Retry third = Retry.FIRST.after(HostKey.of("a"), "no space left").after(HostKey.of("b"), null);

    assertThat(scheduler.select(request("i-1").retry(third).build()).scheduled()).isPresent();
    SchedulingResult result =
        scheduler.select(request("i-1").retry(third.after(HostKey.of("c"), "died")).build());

    assertThat(result).isInstanceOf(SchedulingResult.AttemptsExhausted.class);
    var exhausted = (SchedulingResult.AttemptsExhausted) result;
    assertThat(exhausted.maxAttempts()).isEqualTo(3);
    assertThat(exhausted.history()).hasSize(3);
    assertThat(exhausted.history().get(0).error()).isEqualTo("no space left");
  }

  // ---- several

  @Test
  void select_ofSeveralInstancesWithoutIds_derivesTheSameIdsEachTime() {
    RequestSpec three = request("i-1").requestId("r").numInstances(3).build();
    var some = TestScheduler.with().hosts("a").build().select(three).scheduled().orElseThrow();
    var same = TestScheduler.with().hosts("a").build().select(three).scheduled().orElseThrow();

    List<String> ids = some.selections().stream().map(Selection::instanceUuid).toList();
    assertThat(ids).doesNotHaveDuplicates().startsWith("i-1").hasSize(3);
    assertThat(same.selections()).extracting(Selection::instanceUuid).isEqualTo(ids);
    assertThat(some.selections()).extracting(Selection::requestId).containsOnly("r");
  }

  @Test
  void select_ofSeveralInstances_showsEachToThePlugInsAsItself() {
    List<String> seen = new ArrayList<>();
    HostFilter noting =
        (spec, cluster) -> {
          seen.add(spec.index() + " " + spec.instanceUuid());
          return HostCheck.everything();
        };
    RequestSpec spec = request("i-0").instanceUuids(List.of("i-1", "i-2")).build();

    TestScheduler.with().filter("Noting", noting).hosts("a").build().select(spec);
    assertThat(seen).containsExactly("0 i-1", "1 i-2");

    seen.clear();
    var shared = new Policy.Quirks(false, false, false, true);
    var result =
        TestScheduler.with()
            .quirks(shared)
            .filter("Noting", noting)
            .hosts("a")
            .build()
            .select(spec);
    assertThat(seen).containsExactly("0 i-0", "1 i-0");
    assertThat(result.scheduled().orElseThrow().selections())
        .extracting(Selection::instanceUuid)
        .containsExactly("i-1", "i-2");
  }

  @Test
  void select_ofSeveralInstances_asksOncePerRequestFiltersOnce() {
    List<Integer> prepared = new ArrayList<>();
    HostFilter notB =
        (spec, cluster) -> {
          prepared.add(spec.index());
          return HostCheck.notOn(
              Set.of(HostKey.of("b")), org.filterscheduler.api.Reason.of("not-b"));
        };
    var scheduler =
        TestScheduler.with()
            .filter("NotB", FilterTraits.ONCE_PER_REQUEST, notB)
            .spreading()
            .hosts("a", "b", "c")
            .build();

    assertThat(hosts(scheduler.select(request("i-1").numInstances(3).build())))
        .containsExactly("a", "c", "a");
    assertThat(prepared).containsExactly(0);
  }

  @Test
  void select_ofAGroup_showsEachInstanceTheMembersBefore() {
    HostFilter apart =
        (spec, cluster) -> {
          Set<HostKey> taken = new HashSet<>();
          cluster
              .groupOf(spec)
              .ifPresent(
                  group -> group.hosts().forEach(host -> taken.addAll(cluster.nodesOf(host))));
          return HostCheck.notOn(taken, org.filterscheduler.api.Reason.of("apart"));
        };
    var scheduler =
        TestScheduler.with().filter("Apart", apart).stacking().hosts("a", "b", "c").build();
    ServerGroup group = ServerGroup.builder("g").policy("anti-affinity").build();

    assertThat(hosts(scheduler.select(request("i-1").group(group).numInstances(2).build())))
        .containsExactly("a", "b");
    assertThat(hosts(scheduler.select(request("i-2").group(group).build()))).containsExactly("c");
    assertThat(scheduler.select(request("i-3").group(group).build()).refusal()).isPresent();
  }

  @Test
  void select_inABlindPolicy_hidesTheInstancesOfARequestFromEachOther() {
    // Prefers the host that has most instances among those listed.
    HostWeigher crowded = weigher(1.0, host -> host.usage().instances().size());
    RequestSpec two = request("i-1").numInstances(2).build();
    HostWeigher last = weigher(0.001, host -> host.description().position());
    var seeing = TestScheduler.with().weigher("C", crowded).weigher("L", last).hosts("a", "b");
    assertThat(hosts(seeing.build().select(two))).containsExactly("b", "b");

    HostWeigher sparse = weigher(-1.0, host -> host.usage().instances().size());
    var spreading = TestScheduler.with().weigher("S", sparse).hosts("a", "b");
    assertThat(hosts(spreading.build().select(two))).containsExactly("a", "b");
    var blind = new Policy.Quirks(false, true, false, false);
    DefaultFilterScheduler scheduler = spreading.quirks(blind).build();
    assertThat(hosts(scheduler.select(two))).containsExactly("a", "a");

    // What is claimed can be seen by all who come later.
    assertThat(scheduler.inventory().snapshot().hostsOf("i-1")).containsExactly(HostKey.of("a"));
    assertThat(hosts(scheduler.select(request("i-9").build()))).containsExactly("b");
  }

  @Test
  void selectAll_ofSeveralRequests_placesAllOrNone() {
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).spreading().hosts("a", "b").build();
    RequestSpec big = request("i-1", 6000).build();

    SchedulingResult two = scheduler.selectAll(List.of(big, request("i-2", 6000).build()));
    assertThat(hosts(two)).containsExactly("a", "b");

    SchedulingResult more =
        scheduler.selectAll(List.of(request("i-3", 1000).build(), request("i-4", 6000).build()));
    assertThat(more.refusal().orElseThrow().request().instanceUuid()).isEqualTo("i-4");
    assertThat(scheduler.inventory().claims()).hasSize(2);
  }

  @Test
  void selectAll_ofNothing_isRefused() {
    var scheduler = TestScheduler.with().hosts("a").build();

    assertThatThrownBy(() -> scheduler.selectAll(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- claims

  @Test
  void select_deliveredTwice_answersTheSameClaims() {
    var scheduler = TestScheduler.with().spreading().hosts("a", "b").build();
    RequestSpec spec = request("i-1").numInstances(2).claimIds(List.of("c-1", "c-2")).build();

    var first = scheduler.select(spec).scheduled().orElseThrow();
    var again = scheduler.select(spec).scheduled().orElseThrow();

    assertThat(again.selections())
        .extracting(Selection::claim)
        .isEqualTo(first.selections().stream().map(Selection::claim).toList());
    assertThat(scheduler.inventory().claims()).extracting(Claim::id).containsExactly("c-1", "c-2");
    assertThat(again.first().ranking()).hasSize(1);
  }

  @Test
  void select_ofAClaimIdThatIsAnothers_isRefusedByTheInventory() {
    var scheduler = TestScheduler.with().hosts("a").build();
    scheduler.select(request("i-1").claimIds(List.of("c-1")).build());

    assertThatThrownBy(() -> scheduler.select(request("i-2").claimIds(List.of("c-1")).build()))
        .isInstanceOfSatisfying(
            ClaimException.class,
            e -> assertThat(e.code()).isEqualTo(ClaimException.Code.CLAIM_ID_TAKEN));
  }

  @Test
  void selectAll_ofOneClaimIdTwice_isMisuse() {
    var scheduler = TestScheduler.with().hosts("a").build();
    RequestSpec one = request("i-1").claimIds(List.of("c-1")).build();
    RequestSpec other = request("i-2").claimIds(List.of("c-1")).build();

    assertThatThrownBy(() -> scheduler.selectAll(List.of(one, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c-1");
  }

  @Test
  void select_ofAFlavorWithSwap_deductsItUnlessItIsFree() {
    Flavor swapping = Flavor.builder("s").rootGb(1).swapMb(512).build();
    RequestSpec spec = RequestSpec.builder(swapping).instanceUuid("i-1").build();
    var free = new Policy.Quirks(true, false, false, false);

    assertThat(disk(TestScheduler.with().hosts("a").build(), spec)).isEqualTo(1536);
    assertThat(disk(TestScheduler.with().quirks(free).hosts("a").build(), spec)).isEqualTo(1024);
  }

  private static long disk(DefaultFilterScheduler scheduler, RequestSpec spec) {
    return only(scheduler.select(spec))
        .claim()
        .orElseThrow()
        .resources()
        .get(ResourceClass.DISK_MB);
  }

  // ---- ties and draws

  @Test
  void select_ofHostsOfEqualWeight_takesTheOneThatWasRegisteredFirst() {
    var scheduler =
        TestScheduler.with().weigher("Same", weigher(1.0, host -> 7)).hosts("c", "a", "b").build();

    assertThat(hosts(scheduler.select(request("i-1").numInstances(2).build())))
        .containsExactly("c", "c");
  }

  @Test
  void select_amongASubset_drawsFromTheBestOnlyAndTheSameForASeed() {
    var policy = TestScheduler.with().hostSubsetSize(2).spreading();
    policy.host("a", 1000).host("b", 3000).host("c", 2000);
    Set<String> drawn = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      RequestSpec spec = request("i-1", 10).seed(seed).build();
      List<String> once = hosts(policy.build().select(spec));
      assertThat(hosts(policy.build().select(spec))).isEqualTo(once);
      drawn.addAll(once);
    }
    assertThat(drawn).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void select_afterADraw_ranksTheChosenFirstAndTheOthersByWeight() {
    var policy = TestScheduler.with().hostSubsetSize(3).spreading();
    policy.host("a", 1000).host("b", 3000).host("c", 2000);
    for (int seed = 0; seed < 10; seed++) {
      Selection selection = only(policy.build().select(request("i-1", 10).seed(seed).build()));
      List<HostKey> others =
          new ArrayList<>(List.of(HostKey.of("b"), HostKey.of("c"), HostKey.of("a")));
      others.remove(selection.host());
      assertThat(selection.alternates(9)).extracting(one -> one.host()).isEqualTo(others);
    }
  }

  @Test
  void select_whenTheBestAreShuffled_drawsAmongThemOnly() {
    var policy =
        TestScheduler.with()
            .shuffleBest()
            .weigher("High", weigher(1.0, host -> host.freeMemoryMb() > 2000 ? 1 : 0));
    policy.host("a", 1000).host("b", 3000).host("c", 4000);
    Set<String> drawn = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      drawn.addAll(hosts(policy.build().select(request("i-1", 10).seed(seed).build())));
    }
    assertThat(drawn).containsExactlyInAnyOrder("b", "c");
  }

  // ---- weights

  @Test
  void ranking_ofSeveralWeighers_tellsThePartsOfEachWeight() {
    HostWeigher fixed =
        new HostWeigher() {
          @Override
          public HostScore prepare(RequestSpec spec, org.filterscheduler.spi.ClusterView cluster) {
            return (RequestScore) HostState::freeMemoryMb;
          }

          @Override
          public double multiplier() {
            return 2.0;
          }

          @Override
          public java.util.OptionalDouble fixedMinimum() {
            return java.util.OptionalDouble.of(0);
          }
        };
    var scheduler =
        TestScheduler.with()
            .weigher("Fixed", fixed)
            .weigher("Last", weigher(-1.0, host -> host.description().position()))
            .host("a", 1000)
            .host("b", 4000)
            .build();

    var ranking = only(scheduler.select(request("i-1", 10).build())).ranking();

    assertThat(ranking.get(0).host()).isEqualTo(HostKey.of("b"));
    assertThat(ranking.get(0).weight()).isEqualTo(1.0);
    assertThat(ranking.get(0).parts())
        .hasToString(
            "[WeightPart[weigher=Fixed, raw=4000.0, normalised=1.0, multiplier=2.0],"
                + " WeightPart[weigher=Last, raw=1.0, normalised=1.0, multiplier=-1.0]]");
    assertThat(ranking.get(1).weight()).isEqualTo(0.5);
  }

  @Test
  void select_ofASingleHost_asksNoWeigher() {
    HostWeigher never =
        HostWeigher.of(
            1.0,
            (host, spec) -> {
              throw new AssertionError("asked");
            });
    var scheduler = TestScheduler.with().weigher("Never", never).hosts("a").build();

    var ranking = only(scheduler.select(request("i-1").build())).ranking();

    assertThat(ranking.get(0).weight()).isZero();
    assertThat(ranking.get(0).parts()).isEmpty();
  }

  // ---- questions

  @Test
  void dryRun_ofSeveralInstances_answersWithoutClaiming() {
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).spreading().hosts("a", "b").build();
    var fork = scheduler.inventory().snapshot().fork();
    fork.place(request("i-0", 4096).build(), HostKey.of("a"));

    SchedulingResult result = scheduler.dryRun(request("i-1").numInstances(2).build(), fork);

    assertThat(hosts(result)).containsExactly("b", "b");
    assertThat(only(result).claim()).isEmpty();
    assertThat(scheduler.inventory().claims()).isEmpty();
    assertThat(fork.hostsOf("i-1")).isEmpty();
  }

  @Test
  void select_ofARequestOutOfAnExplanation_asksOncePerRequestFiltersAgain() {
    List<String> down = new ArrayList<>();
    HostFilter up = HostFilter.of((host, request) -> !down.contains(host.key().host()));
    var scheduler =
        TestScheduler.with()
            .filter("Up", FilterTraits.ONCE_PER_REQUEST, up)
            .filter("Memory", MEMORY)
            .hosts("a")
            .build();
    var refusal = scheduler.select(request("i-1", 5000).numInstances(2).build()).refusal();
    RequestSpec again = refusal.orElseThrow().request();
    assertThat(again.index()).isEqualTo(1);
    down.add("a");

    SchedulingResult result =
        scheduler.select(again.toBuilder().numInstances(1).instanceUuid("i-3").build());

    assertThat(result.refusal().orElseThrow().steps().get(0).name()).isEqualTo("Up");
    assertThat(scheduler.recommend(again, 1)).isEmpty();
  }

  @Test
  void dryRun_ofALaterInstance_skipsOncePerRequestFilters() {
    var scheduler =
        TestScheduler.with()
            .filter("Nobody", FilterTraits.ONCE_PER_REQUEST, NOBODY)
            .hosts("a")
            .build();
    var snapshot = scheduler.inventory().snapshot();

    assertThat(scheduler.dryRun(request("i-1").build(), snapshot).refusal()).isPresent();
    assertThat(scheduler.dryRun(request("i-1").index(2).build(), snapshot).scheduled()).isPresent();
    assertThat(
            scheduler.explain(request("i-1").index(2).build(), snapshot).verdicts().get(0).passes())
        .isTrue();
  }

  @Test
  void recommend_ofSome_givesTheBestAndClaimsNothing() {
    var scheduler =
        TestScheduler.with()
            .filter("Memory", MEMORY)
            .spreading()
            .host("a", 2000)
            .host("b", 4000)
            .host("c", 3000)
            .build();

    assertThat(scheduler.recommend(request("i-1").build(), 2))
        .extracting(one -> one.host().host() + " " + one.weight())
        .containsExactly("b 1.0", "c 0.5");
    assertThat(scheduler.inventory().claims()).isEmpty();
    assertThatThrownBy(() -> scheduler.recommend(request("i-1").build(), 0))
        .hasMessageContaining("most (0)");
  }

  @Test
  void explain_ofARequest_givesEveryVerdictOnEveryHost() {
    var scheduler =
        TestScheduler.with()
            .filter("Memory", MEMORY)
            .filter("NotA", HostFilter.of((host, spec) -> !host.key().host().equals("a")))
            .spreading()
            .host("a", 500)
            .host("b", 500)
            .host("c", 3000)
            .host("d", 4000)
            .build();

    var explanation = scheduler.explain(request("i-1").build(), scheduler.inventory().snapshot());

    assertThat(explanation.chosen()).isEqualTo(HostKey.of("d"));
    assertThat(explanation.ranking())
        .extracting(one -> one.host().host())
        .containsExactly("d", "c");
    assertThat(explanation.verdicts())
        .extracting(one -> one.host() + " " + one.rejections().keySet())
        .containsExactly("a [Memory, NotA]", "b [Memory]", "c []", "d []");
    assertThat(explanation.nearestMisses())
        .extracting(one -> one.host().host())
        .containsExactly("b", "a");
  }

  private static Selection only(SchedulingResult result) {
    return result.scheduled().orElseThrow(() -> new AssertionError(result.message())).first();
  }
}
