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
import java.util.concurrent.atomic.AtomicReference;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.SchedulerListener;
import org.junit.jupiter.api.Test;

/** Races, told one after the other: something happens between the decision and its claim. */
final class ClaimerTest {
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
  private final List<String> conflicts = new ArrayList<>();
  private final List<String> prepared = new ArrayList<>();

  /** Prefers hosts registered first; while it prepares, once, something happens. */
  private HostWeigher interrupted() {
    HostWeigher first = weigher(-1.0, host -> host.description().position());
    return new HostWeigher() {
      @Override
      public HostScore prepare(RequestSpec spec, org.filterscheduler.spi.ClusterView cluster) {
        meanwhile.getAndSet(() -> {}).run();
        return first.prepare(spec, cluster);
      }

      @Override
      public double multiplier() {
        return -1.0;
      }
    };
  }

  private TestScheduler racing() {
    return TestScheduler.with()
        .plain()
        .weigher("First", interrupted())
        .listener(
            new SchedulerListener() {
              @Override
              public void conflicted(RequestSpec spec) {
                conflicts.add(spec.instanceUuid());
              }
            });
  }

  private HostFilter noting(HostFilter filter) {
    return (spec, cluster) -> {
      prepared.add(spec.instanceUuid());
      return filter.prepare(spec, cluster);
    };
  }

  private static void claim(DefaultFilterScheduler scheduler, String host, long memoryMb) {
    Claim other =
        Claim.builder("other-" + host, "other", HostKey.of(host))
            .resources(Map.of(ResourceClass.MEMORY_MB, memoryMb))
            .build();
    scheduler.inventory().claim(other);
  }

  @Test
  void select_whenTheHostChangedAndStillFits_claimsItWithoutDecidingAgain() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1000));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
    assertThat(conflicts).containsExactly("i-1");
    assertThat(prepared).containsExactly("i-1");
  }

  @Test
  void select_whenTheHostFilledUp_decidesAgain() {
    var scheduler = racing().filter("Memory", MEMORY).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 8000));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("b");
    assertThat(conflicts).containsExactly("i-1");
  }

  @Test
  void select_whenTheHostIsGone_decidesAgain() {
    var scheduler = racing().hosts("a", "b").build();
    meanwhile.set(
        () -> scheduler.inventory().change(new OperatorChange.HostRemoved(HostKey.of("a"))));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("b");
  }

  @Test
  void select_whenOnlyWhatAFilterReadHasChanged_preparesAnew() {
    // Hosts a and b are one rack: a member on b forbids a, though a itself has not changed.
    HostFilter racks =
        (spec, cluster) -> {
          Set<HostKey> taken = new HashSet<>();
          if (!cluster.groupOf(spec).orElseThrow().hosts().isEmpty()) {
            taken.addAll(Set.of(HostKey.of("a"), HostKey.of("b")));
          }
          return HostCheck.notOn(taken, Reason.of("rack"));
        };
    var scheduler = racing().filter("Racks", noting(racks)).hosts("a", "b", "c").build();
    ServerGroup group = ServerGroup.builder("g").policy("anti-affinity").build();
    meanwhile.set(
        () ->
            scheduler
                .inventory()
                .claim(Claim.builder("m", "i-0", HostKey.of("b")).groupId("g").build()));

    SchedulingResult result = scheduler.select(request("i-1").group(group).build());

    assertThat(hosts(result)).containsExactly("c");
    assertThat(prepared).containsExactly("i-1", "i-1", "i-1"); // decided, checked, decided
  }

  @Test
  void select_whenAOncePerRequestFilterWouldRejectNow_decidesAgain() {
    HostFilter enabled = HostFilter.of((host, spec) -> !host.description().service().disabled());
    var scheduler =
        racing()
            .filter("Enabled", FilterTraits.ONCE_PER_REQUEST, noting(enabled))
            .hosts("a", "b", "c")
            .build();
    // The weigher interrupts the second instance, for which the filter does not run any more.
    meanwhile.set(
        () ->
            meanwhile.set(
                () ->
                    scheduler
                        .inventory()
                        .change(new OperatorChange.ServiceDisabled("a", "maintenance"))));

    SchedulingResult result =
        scheduler.select(request("i-0").instanceUuids(List.of("i-1", "i-2")).build());

    assertThat(hosts(result)).containsExactly("b", "b");
    assertThat(prepared).containsExactly("i-1", "i-1");
  }

  @Test
  void select_whenAnAmountThatNoFilterKnowsWasTaken_decidesAgain() {
    ResourceClass gpu = new ResourceClass("CUSTOM_GPU");
    var racing = racing();
    for (String name : List.of("a", "b")) {
      racing.host(TestHosts.report(HostKey.of(name), 1).toBuilder().total(gpu, 1).build());
    }
    var scheduler = racing.build();
    meanwhile.set(
        () ->
            scheduler
                .inventory()
                .claim(
                    Claim.builder("m", "x", HostKey.of("a")).resources(Map.of(gpu, 1L)).build()));
    var flavor =
        org.filterscheduler.api.Flavor.builder("g")
            .extraSpecs(Map.of("resources:CUSTOM_GPU", "1"))
            .build();

    SchedulingResult result =
        scheduler.select(RequestSpec.builder(flavor).instanceUuid("i-1").build());

    assertThat(hosts(result)).containsExactly("b");
  }

  @Test
  void select_ofAForcedHostThatFilledUp_claimsItAsForced() {
    var scheduler = racing().filter("Memory", MEMORY).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 8000));

    SchedulingResult result =
        scheduler.select(request("i-1").forceHosts(List.of("a", "b")).build());

    Selection selection = result.scheduled().orElseThrow().first();
    assertThat(selection.host()).isEqualTo(HostKey.of("a"));
    assertThat(selection.claim().orElseThrow().forced()).isTrue();
    assertThat(conflicts).hasSize(1);
  }

  @Test
  void select_whenTheHostChangesAtEachLook_givesUpAfterTenDecisions() {
    var scheduler = new AtomicReference<DefaultFilterScheduler>();
    int[] looks = {0};
    HostFilter restless =
        HostFilter.of(
            (host, spec) -> {
              Claim one = Claim.builder("m-" + looks[0]++, "x", host.key()).build();
              scheduler.get().inventory().claim(one);
              return true;
            });
    scheduler.set(racing().filter("Restless", restless).hosts("a").build());

    SchedulingResult result = scheduler.get().select(request("i-1").build());

    assertThat(result).isEqualTo(new SchedulingResult.Conflict(10, HostKey.of("a")));
    assertThat(conflicts).hasSize(10 * 11); // each decision is tried once, and checked ten times
  }

  @Test
  void select_whenTheSameRequestWasQuicker_answersItsClaims() {
    var scheduler = racing().hosts("a", "b").build();
    RequestSpec spec = request("i-1").claimIds(List.of("c-1")).build();
    AtomicReference<SchedulingResult> quicker = new AtomicReference<>();
    meanwhile.set(() -> quicker.set(scheduler.select(spec)));

    SchedulingResult slower = scheduler.select(spec);

    assertThat(slower.scheduled().orElseThrow().first().claim())
        .isEqualTo(quicker.get().scheduled().orElseThrow().first().claim());
    assertThat(scheduler.inventory().claims()).hasSize(1);
    assertThat(conflicts).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void select_deliveredAgainAfterItsClaimEnded_isToldHowItEnded() {
    var racing = racing().hosts("a");
    var scheduler = racing.build();
    RequestSpec released = request("i-1").claimIds(List.of("c-1")).build();
    RequestSpec expired = request("i-2").claimIds(List.of("c-2")).build();
    scheduler.select(released);
    scheduler.select(expired);
    scheduler.inventory().release("c-1");
    racing.clock.pass(java.time.Duration.ofMinutes(10));

    assertThatThrownBy(() -> scheduler.select(released))
        .isInstanceOfSatisfying(
            ClaimException.class,
            e -> assertThat(e.code()).isEqualTo(ClaimException.Code.CLAIM_RELEASED));
    assertThatThrownBy(() -> scheduler.select(expired))
        .isInstanceOfSatisfying(
            ClaimException.class,
            e -> assertThat(e.code()).isEqualTo(ClaimException.Code.CLAIM_EXPIRED));
  }

  @Test
  void select_whenTheHostChanged_showsOncePerRequestFiltersNoneOfItsOwnInstances() {
    HostFilter few = HostFilter.of((host, spec) -> host.usage().numInstances() <= 1);
    var scheduler =
        racing().filter("Few", FilterTraits.ONCE_PER_REQUEST, noting(few)).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1000));

    SchedulingResult result =
        scheduler.select(request("i-0").instanceUuids(List.of("i-1", "i-2")).build());

    assertThat(hosts(result)).containsExactly("a", "a");
    assertThat(prepared).containsExactly("i-1"); // nothing had to be decided again
  }

  @Test
  void select_whenTheSameRequestGotAnotherHost_answersThat() {
    var scheduler = racing().hosts("a", "b").build();
    RequestSpec spec = request("i-1").claimIds(List.of("c-1")).build();
    meanwhile.set(
        () -> scheduler.inventory().claim(Claim.builder("c-1", "i-1", HostKey.of("b")).build()));

    assertThat(hosts(scheduler.select(spec))).containsExactly("b");
  }

  @Test
  void select_inABlindPolicy_claimsAllAfterAConflict() {
    var scheduler =
        racing()
            .quirks(new Policy.Quirks(false, true, false, false))
            .filter("Memory", MEMORY)
            .hosts("a", "b")
            .build();
    meanwhile.set(() -> claim(scheduler, "a", 7000));

    SchedulingResult result = scheduler.select(request("i-1").numInstances(2).build());

    assertThat(hosts(result)).containsExactly("a", "b"); // the second did not fit any more
    assertThat(scheduler.inventory().snapshot().hostsOf("i-1")).containsExactly(HostKey.of("a"));
    assertThat(conflicts).hasSize(1);
  }

  @Test
  void select_whenAFilterFailsOnlyAtTheClaim_keepsToTheOption() {
    int[] looks = {0};
    HostFilter failingLater =
        HostFilter.of(
            (host, spec) -> {
              if (host.key().host().equals("a") && looks[0]++ > 0) {
                throw new IllegalStateException("boom");
              }
              return true;
            });
    var scheduler = racing().filter("Later", failingLater).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1));
    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("b");

    looks[0] = 0;
    var failing =
        racing()
            .quirks(new Policy.Quirks(false, false, true, false))
            .filter("Later", failingLater)
            .hosts("a", "b")
            .build();
    meanwhile.set(() -> claim(failing, "a", 1));
    assertThatThrownBy(() -> failing.select(request("i-1").build()))
        .isInstanceOf(PluginException.class);
    assertThat(failing.inventory().claims()).hasSize(1);
  }

  @Test
  void select_whenAFilterReadTheTime_preparesAnewOnceItHasPassed() {
    HostFilter timed =
        (spec, cluster) -> {
          prepared.add(cluster.now().toString());
          return HostCheck.everything();
        };
    TestScheduler racing = racing().filter("Timed", timed).hosts("a", "b");
    var scheduler = racing.build();
    meanwhile.set(
        () -> {
          racing.clock.pass(java.time.Duration.ofSeconds(1));
          claim(scheduler, "a", 1);
        });

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
    assertThat(prepared).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void select_afterAConflict_writesTheLimitsOfThePresent() {
    HostFilter limiting =
        (spec, cluster) ->
            HostCheck.everything()
                .withLimits((host, out) -> out.amount("free", (double) host.freeMemoryMb()));
    var scheduler = racing().filter("Limiting", limiting).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1000));

    Selection selection =
        scheduler.select(request("i-1").build()).scheduled().orElseThrow().first();

    assertThat(selection.limits().amounts()).containsExactly(Map.entry("free", 7192.0));
    assertThat(selection.claim().orElseThrow().limits()).isEqualTo(selection.limits());
  }

  @Test
  void reconfigure_whileADecisionIsUnderWay_leavesItUnderTheOldPolicy() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    Policy before = scheduler.policy();
    meanwhile.set(() -> scheduler.reconfigure(scheduler.configuration()));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
    assertThat(scheduler.policy()).isNotSameAs(before);
  }
}
