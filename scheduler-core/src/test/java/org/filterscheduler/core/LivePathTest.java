package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestScheduler.MEMORY;
import static org.filterscheduler.core.TestScheduler.hosts;
import static org.filterscheduler.core.TestScheduler.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.SchedulerListener;
import org.junit.jupiter.api.Test;

/** The races of ClaimerTest on the present books: something happens after the search. */
final class LivePathTest {
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
  private final List<String> conflicts = new ArrayList<>();
  private final List<String> prepared = new ArrayList<>();
  private final SchedulerListener listener =
      new SchedulerListener() {
        @Override
        public void conflicted(RequestSpec spec) {
          conflicts.add(spec.instanceUuid());
        }
      };

  /** How early a host was registered. */
  private record Position() implements HostMetric {
    @Override
    public double value(HostState host) {
      return host.description().position();
    }
  }

  private static final HostWeigher FIRST =
      new HostWeigher() {
        @Override
        public HostScore prepare(RequestSpec spec, ClusterView cluster) {
          return new Position();
        }

        @Override
        public double multiplier() {
          return -1.0;
        }
      };

  /** Where limits are written, which is between the search and the claim, something happens. */
  private final HostFilter interrupted =
      (spec, cluster) ->
          HostCheck.everything()
              .withLimits(
                  (host, out) -> {
                    meanwhile.getAndSet(() -> {}).run();
                    out.amount("free", (double) host.freeMemoryMb());
                  });

  private TestScheduler racing() {
    return TestScheduler.with()
        .filter("Interrupted", interrupted)
        .weigher("First", FIRST)
        .listener(listener);
  }

  private HostFilter noting(HostFilter filter) {
    return (spec, cluster) -> {
      prepared.add(spec.instanceUuid());
      return filter.prepare(spec, cluster);
    };
  }

  private static void claim(DefaultFilterScheduler scheduler, String host, long memoryMb) {
    scheduler
        .inventory()
        .claim(
            Claim.builder("other-" + host, "other", HostKey.of(host))
                .resources(Map.of(ResourceClass.MEMORY_MB, memoryMb))
                .build());
  }

  /** Places without the way out: fails where the request had to be placed on a snapshot. */
  private SchedulingResult select(DefaultFilterScheduler scheduler, RequestSpec spec) {
    DefaultInventory inventory = (DefaultInventory) scheduler.inventory();
    Decider decider = new Decider(new Pipeline(scheduler.policy()), inventory.ledger());
    TestClock clock = new TestClock();
    Watch.Witnesses witnesses =
        new Watch.Witnesses(listener, new RefusalLog(clock), new FaultLog(clock));
    SchedulingResult result =
        LivePath.claim(inventory, decider, List.of(spec), new Watch(witnesses, List.of(spec)));
    assertThat(result).as("the answer of the live path").isNotNull();
    return result;
  }

  @Test
  void select_whenNothingHappens_decidesOnceAndClaims() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("a");
    assertThat(prepared).containsExactly("i-1");
    assertThat(conflicts).isEmpty();
    assertThat(scheduler.inventory().claims()).hasSize(1);
  }

  @Test
  void select_whenTheHostChangedAndStillFits_claimsItWithoutDecidingAgain() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1000));

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("a");
    assertThat(conflicts).containsExactly("i-1");
    assertThat(prepared).containsExactly("i-1");
  }

  @Test
  void select_whenAnotherHostChanged_claimsWithoutAConflict() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "b", 1000));

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("a");
    assertThat(conflicts).isEmpty();
  }

  @Test
  void select_whenTheHostFilledUp_decidesAgain() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 8000));

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("b");
    assertThat(conflicts).containsExactly("i-1");
    assertThat(prepared).containsExactly("i-1", "i-1");
  }

  @Test
  void select_whenTheHostIsGone_decidesAgain() {
    var scheduler = racing().hosts("a", "b").build();
    meanwhile.set(
        () -> scheduler.inventory().change(new OperatorChange.HostRemoved(HostKey.of("a"))));

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("b");
    assertThat(conflicts).containsExactly("i-1");
  }

  @Test
  void select_whenTheLastHostIsGone_refuses() {
    var scheduler = racing().hosts("a").build();
    meanwhile.set(
        () -> scheduler.inventory().change(new OperatorChange.HostRemoved(HostKey.of("a"))));

    assertThat(select(scheduler, request("i-1").build()).refusal().orElseThrow().hosts()).isZero();
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void select_whenOnlyWhatAFilterReadHasChanged_preparesAnew() {
    // Hosts a and b are one rack: a member on b forbids a, though a itself has not changed.
    HostFilter racks =
        (spec, cluster) -> {
          boolean taken = !cluster.groupOf(spec).orElseThrow().hosts().isEmpty();
          Set<HostKey> rack = taken ? Set.of(HostKey.of("a"), HostKey.of("b")) : Set.of();
          return HostCheck.notOn(rack, Reason.of("rack"));
        };
    var scheduler = racing().filter("Racks", noting(racks)).hosts("a", "b", "c").build();
    ServerGroup group = ServerGroup.builder("g").policy("anti-affinity").build();
    meanwhile.set(
        () ->
            scheduler
                .inventory()
                .claim(Claim.builder("m", "i-0", HostKey.of("b")).groupId("g").build()));

    SchedulingResult result = select(scheduler, request("i-1").group(group).build());

    assertThat(hosts(result)).containsExactly("c");
    assertThat(prepared).containsExactly("i-1", "i-1", "i-1"); // decided, checked, decided
    assertThat(conflicts).containsExactly("i-1");
  }

  @Test
  void select_whenAnotherGroupChanged_claimsWithoutAConflict() {
    HostFilter members =
        (spec, cluster) -> {
          Set<String> taken = cluster.groupOf(spec).orElseThrow().hosts();
          return taken.isEmpty() ? HostCheck.everything() : HostCheck.nothing(Reason.of("taken"));
        };
    var scheduler = racing().filter("Members", noting(members)).hosts("a", "b").build();
    meanwhile.set(
        () ->
            scheduler
                .inventory()
                .claim(Claim.builder("m", "i-0", HostKey.of("b")).groupId("other").build()));

    ServerGroup group = ServerGroup.builder("g").policy("anti-affinity").build();
    SchedulingResult result = select(scheduler, request("i-1").group(group).build());

    assertThat(hosts(result)).containsExactly("a");
    assertThat(conflicts).isEmpty();
  }

  @Test
  void select_whenAOncePerRequestFilterWouldRejectNow_decidesAgain() {
    HostFilter enabled = HostFilter.of((host, spec) -> !host.description().service().disabled());
    var scheduler =
        racing()
            .filter("Enabled", FilterTraits.ONCE_PER_REQUEST, noting(enabled))
            .hosts("a", "b")
            .build();
    meanwhile.set(
        () -> scheduler.inventory().change(new OperatorChange.ServiceDisabled("a", "why")));

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("b");
    assertThat(conflicts).containsExactly("i-1");
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
    Flavor flavor = Flavor.builder("g").extraSpecs(Map.of("resources:CUSTOM_GPU", "1")).build();

    SchedulingResult result =
        select(scheduler, RequestSpec.builder(flavor).instanceUuid("i-1").build());

    assertThat(hosts(result)).containsExactly("b");
  }

  @Test
  void select_afterAConflict_writesTheLimitsOfThePresent() {
    var scheduler = racing().filter("Memory", MEMORY).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1000));

    Selection selection =
        select(scheduler, request("i-1").build()).scheduled().orElseThrow().first();

    assertThat(selection.limits().amounts()).containsExactly(Map.entry("free", 7192.0));
    assertThat(selection.claim().orElseThrow().limits()).isEqualTo(selection.limits());
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
          racing.clock.pass(Duration.ofSeconds(1));
          claim(scheduler, "a", 1);
        });

    assertThat(hosts(select(scheduler, request("i-1").build()))).containsExactly("a");
    assertThat(prepared).hasSize(2).doesNotHaveDuplicates();
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
  void select_whenTheSameRequestGotAnotherHost_answersThat() {
    var scheduler = racing().hosts("a", "b").build();
    RequestSpec spec = request("i-1").claimIds(List.of("c-1")).build();
    meanwhile.set(
        () -> scheduler.inventory().claim(Claim.builder("c-1", "i-1", HostKey.of("b")).build()));

    assertThat(hosts(scheduler.select(spec))).containsExactly("b");
    assertThat(conflicts).isEmpty();
  }

  @Test
  void select_whenAnotherInstanceTookTheClaimId_isAMisuse() {
    var scheduler = racing().hosts("a", "b").build();
    RequestSpec spec = request("i-1").claimIds(List.of("c-1")).build();
    meanwhile.set(
        () -> scheduler.inventory().claim(Claim.builder("c-1", "i-2", HostKey.of("b")).build()));

    assertThatThrownBy(() -> scheduler.select(spec))
        .isInstanceOfSatisfying(
            ClaimException.class,
            e -> assertThat(e.code()).isEqualTo(ClaimException.Code.CLAIM_ID_TAKEN));
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
  }

  @Test
  void select_whenTheHostChangesAtEachLook_isAConflict() {
    var scheduler = new AtomicReference<DefaultFilterScheduler>();
    int[] looks = {0};
    HostFilter restless =
        (spec, cluster) ->
            HostCheck.everything()
                .withLimits(
                    (host, out) ->
                        scheduler
                            .get()
                            .inventory()
                            .claim(Claim.builder("m-" + looks[0]++, "x", host.key()).build()));
    scheduler.set(racing().filter("Restless", restless).hosts("a").build());

    SchedulingResult result = scheduler.get().select(request("i-1").build());

    assertThat(result).isEqualTo(new SchedulingResult.Conflict(10, HostKey.of("a")));
    assertThat(scheduler.get().inventory().snapshot().hostsOf("i-1")).isEmpty();
  }

  @Test
  void select_whenAFilterFailsOnlyAtTheClaim_decidesAgain() {
    int[] looks = {0};
    HostFilter failingLater =
        (spec, cluster) ->
            HostCheck.everything()
                .withLimits(
                    (host, out) -> {
                      if (host.key().host().equals("a") && looks[0]++ > 0) {
                        throw new IllegalStateException("boom");
                      }
                    });
    var scheduler = racing().filter("Later", failingLater).hosts("a", "b").build();
    meanwhile.set(() -> claim(scheduler, "a", 1));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("b");
  }

  @Test
  void reconfigure_whileADecisionIsUnderWay_leavesItUnderTheOldPolicy() {
    var scheduler = racing().filter("Memory", noting(MEMORY)).hosts("a", "b").build();
    Policy before = scheduler.policy();
    meanwhile.set(() -> scheduler.reconfigure(scheduler.configuration()));

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
    assertThat(scheduler.policy()).isNotSameAs(before);
    assertThat(prepared).containsExactly("i-1");
  }
}
