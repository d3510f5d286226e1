package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.AuditFinding;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ReportOutcome;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.junit.jupiter.api.Test;

/** Stories of an inventory: what reports, operators, claims and time do to a host. */
final class DefaultInventoryTest {
  private static final HostKey A = HostKey.of("a");
  private static final HostKey B = HostKey.of("b");

  private final TestClock clock = new TestClock();
  private final DefaultInventory inventory = TestHosts.inventory(clock);

  private HostState host(HostKey key) {
    return inventory.snapshot().host(key).orElseThrow();
  }

  private long usedMb(HostKey key) {
    return host(key).usage().used(ResourceClass.MEMORY_MB);
  }

  // ---- reports

  @Test
  void report_newHost_registersItBehindTheOthers() {
    assertThat(inventory.report(TestHosts.report(B, 1)).kind())
        .isEqualTo(ReportOutcome.Kind.REGISTERED);
    inventory.report(TestHosts.report(A, 1));
    assertThat(inventory.snapshot().hosts()).extracting(HostState::key).containsExactly(B, A);
  }

  @Test
  void report_olderThanTheLast_changesNothing() {
    inventory.report(TestHosts.report(A, 5, TestHosts.listing("i1")));
    assertThat(inventory.report(TestHosts.report(A, 4)).accepted()).isFalse();
    assertThat(usedMb(A)).isEqualTo(1024);
  }

  @Test
  void report_ofFormerBoot_changesNothing() {
    inventory.report(TestHosts.report(A, 9).toBuilder().boot("old").build());
    inventory.report(
        TestHosts.report(A, 1, TestHosts.listing("i1")).toBuilder().boot("new").build());
    assertThat(inventory.report(TestHosts.report(A, 10).toBuilder().boot("old").build()).kind())
        .isEqualTo(ReportOutcome.Kind.STALE);
    assertThat(usedMb(A)).isEqualTo(1024);
  }

  @Test
  void report_ofANodeThatSaysNothingYet_keepsItsFurtherAttributes() {
    inventory.report(
        TestHosts.report(A, 1).toBuilder()
            .initialised(false)
            .stats(Map.of("s", 1))
            .attributes(Map.of("rack", "r1"))
            .build());
    assertThat(host(A).description().attributes()).containsEntry("rack", "r1");
    assertThat(host(A).description().stats()).isEmpty();
  }

  @Test
  void report_ofEqualContent_keepsTheState() {
    inventory.report(TestHosts.report(A, 1));
    HostState before = host(A);
    inventory.report(TestHosts.report(A, 2));
    assertThat(host(A)).isSameAs(before);
  }

  @Test
  void report_moreFreeDiskThanAccounted_warnsAndTakesTheSmaller() {
    ReportOutcome outcome =
        inventory.report(TestHosts.report(A, 1).toBuilder().diskAvailableLeastGb(500L).build());
    assertThat(outcome.warnings()).singleElement().asString().contains("a", "500 GiB", "100 GiB");
    assertThat(host(A).freeDiskMb()).isEqualTo(102400);
    inventory.report(TestHosts.report(A, 2).toBuilder().diskAvailableLeastGb(30L).build());
    assertThat(host(A).freeDiskMb()).isEqualTo(30 * 1024);
  }

  // ---- claims and reports

  @Test
  void report_withoutTheClaim_keepsTheBooking() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.report(TestHosts.report(A, 2));
    assertThat(usedMb(A)).isEqualTo(1024);
    assertThat(host(A).usage().numInstances()).isEqualTo(1);
    assertThat(host(A).usage().instances().contains("i1")).isTrue();
  }

  @Test
  void report_listingTheClaim_countsItOnceAndEndsItsIoOperation() {
    inventory.report(TestHosts.report(A, 1));
    Claim claim = inventory.claim(TestHosts.claim("c1", "i1", A));
    assertThat(host(A).usage().numIoOps()).isEqualTo(1);
    inventory.report(TestHosts.report(A, 2, TestHosts.listing(claim)));
    assertThat(usedMb(A)).isEqualTo(1024);
    assertThat(host(A).usage().numIoOps()).isZero();
    assertThat(host(A).usage().numInstances()).isEqualTo(1);
  }

  @Test
  void report_listingTheClaimForAnotherInstance_doesNotMatchIt() {
    inventory.report(TestHosts.report(A, 1));
    Claim claim = inventory.claim(TestHosts.claim("c1", "abc", A));
    inventory.report(
        TestHosts.report(
            A, 2, new InstanceAllocation("ABC", claim.id(), null, TestHosts.ONE_INSTANCE)));
    assertThat(usedMb(A)).isEqualTo(2048);
    inventory.confirm("c1");
    inventory.release("c1");
    assertThat(usedMb(A)).isEqualTo(1024);
    assertThat(host(A).usage().numIoOps()).isZero();
  }

  @Test
  void amounts_moreThanAnyHostHas_areRefusedBeforeAnythingChanges() {
    Claim.Builder claim = Claim.builder("c1", "i1", A);
    assertThatThrownBy(() -> claim.resources(Map.of(ResourceClass.VCPU, Long.MAX_VALUE)))
        .hasMessageContaining("VCPU")
        .hasMessageContaining("at most");
    HostReport.Builder report = TestHosts.report(A, 1).toBuilder();
    assertThatThrownBy(() -> report.seenAt(Instant.MAX)).hasMessageContaining("seenAt");
    assertThatThrownBy(() -> report.free(ResourceClass.VCPU, Long.MIN_VALUE))
        .hasMessageContaining("free VCPU");
  }

  @Test
  void claims_twoFlavorsOfOneInstance_theNewestTells() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("small", "i1", A).toBuilder().flavorId("small").build());
    clock.pass(Duration.ofSeconds(1));
    inventory.claim(TestHosts.claim("large", "i1", A).toBuilder().flavorId("large").build());
    assertThat(host(A).usage().instances().flavorIds()).containsExactly("large");
    inventory.release("large");
    assertThat(host(A).usage().instances().flavorIds()).containsExactly("small");
  }

  @Test
  void release_ofListedClaim_countsUntilAReportComesWithoutIt() {
    inventory.report(TestHosts.report(A, 1));
    Claim claim = inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.report(TestHosts.report(A, 2, TestHosts.listing(claim)));
    inventory.release("c1");
    assertThat(usedMb(A)).isEqualTo(1024);
    assertThat(host(A).usage().instances().contains("i1")).isTrue();
    inventory.report(TestHosts.report(A, 3));
    assertThat(usedMb(A)).isZero();
    assertThat(host(A).usage().instances().contains("i1")).isFalse();
  }

  @Test
  void confirm_endsTheIoOperationAndTheExpiry() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    Claim confirmed = inventory.confirm("c1");
    assertThat(confirmed.state()).isEqualTo(ClaimState.CONFIRMED);
    assertThat(host(A).usage().numIoOps()).isZero();
    clock.pass(Duration.ofDays(1));
    assertThat(inventory.claims()).containsExactly(confirmed);
  }

  @Test
  void report_withoutANumber_isNewerThanTheLast() {
    var silent = org.filterscheduler.api.HostReport.builder(A);
    for (int operations = 1; operations <= 3; operations++) {
      assertThat(inventory.report(silent.numIoOps(operations).build()).accepted()).isTrue();
      assertThat(host(A).usage().numIoOps()).isEqualTo(operations);
    }
    assertThat(inventory.report(silent.sequence(2).build()).accepted()).isFalse();
    assertThat(inventory.report(silent.sequence(3).build()).accepted()).isTrue();
    assertThat(inventory.report(silent.sequence(3).build()).accepted()).isFalse();
  }

  @Test
  void steps_repeated_changeNothing() {
    inventory.report(TestHosts.report(A, 1));
    Claim made = inventory.claim(TestHosts.claim("c1", "i1", A));
    assertThat(inventory.claim(TestHosts.claim("c1", "i1", A))).isEqualTo(made);
    inventory.confirm("c1");
    long sequence = inventory.sequence();
    inventory.confirm("c1");
    assertThat(inventory.sequence()).isEqualTo(sequence);
    inventory.release("c1");
    inventory.release("c1");
    assertThat(inventory.sequence()).isEqualTo(sequence + 1);
    assertThat(usedMb(A)).isZero();
  }

  @Test
  void claim_unconfirmed_expiresAndALateConfirmIsToldSo() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.claim(TestHosts.claim("c2", "i2", A));
    clock.pass(Duration.ofMinutes(9));
    inventory.renew("c2", Duration.ofMinutes(10));
    clock.pass(Duration.ofMinutes(1));
    assertThat(inventory.claims()).extracting(Claim::id).containsExactly("c2");
    assertThat(usedMb(A)).isEqualTo(1024);
    assertCode(() -> inventory.confirm("c1"), ClaimException.Code.CLAIM_EXPIRED);
    clock.pass(Duration.ofHours(2));
    assertCode(() -> inventory.confirm("c1"), ClaimException.Code.UNKNOWN_CLAIM);
  }

  @Test
  void renew_keepsTheState() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    HostState before = host(A);
    inventory.renew("c1", Duration.ofHours(1));
    assertThat(host(A)).isSameAs(before);
  }

  @Test
  void claim_misuse_namesTheRule() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    assertCode(
        () -> inventory.claim(TestHosts.claim("c1", "other", A)),
        ClaimException.Code.CLAIM_ID_TAKEN);
    assertCode(
        () -> inventory.claim(TestHosts.claim("c2", "i2", B)), ClaimException.Code.UNKNOWN_HOST);
    assertCode(() -> inventory.move("c1", B), ClaimException.Code.UNKNOWN_HOST);
    assertCode(() -> inventory.release("none"), ClaimException.Code.UNKNOWN_CLAIM);
    inventory.release("c1");
    assertCode(() -> inventory.confirm("c1"), ClaimException.Code.CLAIM_RELEASED);
  }

  private static void assertCode(ThrowingCallable call, ClaimException.Code code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ClaimException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void move_takesTheAmountsAlong() {
    inventory.report(TestHosts.report(A, 1));
    inventory.report(TestHosts.report(B, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    Claim moved = inventory.move("c1", B);
    assertThat(moved.forced()).isTrue();
    assertThat(usedMb(A)).isZero();
    assertThat(usedMb(B)).isEqualTo(1024);
    assertThat(inventory.snapshot().hostsOf("i1")).containsExactly(B);
  }

  @Test
  void claims_twoOfOneInstance_bothCountUntilEachIsReleased() {
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("old", "i1", A));
    inventory.claim(TestHosts.claim("new", "i1", A));
    assertThat(usedMb(A)).isEqualTo(2048);
    inventory.release("old");
    assertThat(usedMb(A)).isEqualTo(1024);
    assertThat(host(A).usage().instances().contains("i1")).isTrue();
  }

  // ---- operators and time

  @Test
  void service_silent_isDownAfterTheDownTimeAndUpWithTheNextReport() {
    inventory.report(TestHosts.report(A, 1));
    clock.pass(Duration.ofSeconds(60));
    assertThat(host(A).description().service().up()).isTrue();
    clock.pass(Duration.ofNanos(1));
    assertThat(host(A).description().service().up()).isFalse();
    inventory.report(TestHosts.report(A, 2));
    assertThat(host(A).description().service().up()).isTrue();
  }

  @Test
  void service_heartbeatInTheFuture_isDownUntilTheFutureIsNear() {
    inventory.report(
        TestHosts.report(A, 1).toBuilder().seenAt(clock.instant().plusSeconds(100)).build());
    assertThat(host(A).description().service().up()).isFalse();
    clock.pass(Duration.ofSeconds(40));
    assertThat(host(A).description().service().up()).isTrue();
    clock.pass(Duration.ofSeconds(121));
    assertThat(host(A).description().service().up()).isFalse();
  }

  @Test
  void operators_settings_surviveReports() {
    inventory.report(TestHosts.report(A, 1));
    inventory.change(new OperatorChange.ServiceDisabled("a", "maintenance"));
    inventory.change(new OperatorChange.RatiosSet(A, Map.of(ResourceClass.MEMORY_MB, 3.0)));
    inventory.change(
        new OperatorChange.AggregateSet(
            new Aggregate(1, "zone", Map.of("availability_zone", "az1")), Set.of("a")));
    inventory.report(TestHosts.report(A, 2, TestHosts.listing("i1")));
    assertThat(host(A).description().service().disabledReason()).isEqualTo("maintenance");
    assertThat(host(A).description().inventory(ResourceClass.MEMORY_MB).allocationRatio())
        .isEqualTo(3.0);
    assertThat(host(A).description().aggregateMetadata("availability_zone")).containsExactly("az1");
    inventory.change(new OperatorChange.AggregateRemoved(1));
    inventory.change(new OperatorChange.ServiceEnabled("a"));
    assertThat(host(A).description().aggregates()).isEmpty();
    assertThat(host(A).description().service().disabled()).isFalse();
  }

  @Test
  void hostRemoved_comesBackBehindAllOthersWithItsClaims() {
    inventory.report(TestHosts.report(A, 1));
    inventory.report(TestHosts.report(B, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.change(new OperatorChange.HostRemoved(A));
    assertThat(inventory.snapshot().hosts()).extracting(HostState::key).containsExactly(B);
    assertThat(inventory.audit())
        .extracting(AuditFinding::kind)
        .containsExactly(AuditFinding.Kind.CLAIM_WITHOUT_HOST);
    inventory.report(TestHosts.report(A, 1));
    assertThat(inventory.snapshot().hosts()).extracting(HostState::key).containsExactly(B, A);
    assertThat(usedMb(A)).isEqualTo(1024);
  }

  @Test
  void instances_ofOneHost_areSharedByItsNodes() {
    HostKey one = new HostKey("h", "n1");
    HostKey two = new HostKey("h", "n2");
    inventory.report(TestHosts.report(one, 1));
    inventory.report(TestHosts.report(two, 1));
    inventory.claim(TestHosts.claim("c1", "i1", one));
    assertThat(host(two).usage().instances().contains("i1")).isTrue();
    assertThat(host(two).usage().numInstances()).isZero();
    assertThat(inventory.snapshot().nodesOf("h")).containsExactly(one, two);
    inventory.release("c1");
    assertThat(host(two).usage().instances().size()).isZero();
  }

  @Test
  void group_claims_addMembersAndHosts() {
    inventory.report(TestHosts.report(A, 1));
    ServerGroup known = ServerGroup.builder("g").policy("anti-affinity").build();
    inventory.claim(TestHosts.claim("c1", "i1", A).toBuilder().groupId("g").build());
    assertThat(inventory.snapshot().group(known).hosts()).containsExactly("a");
    assertThat(inventory.snapshot().group(known).members()).containsExactly("i1");
    inventory.release("c1");
    assertThat(inventory.snapshot().group(known)).isEqualTo(known);
  }

  @Test
  void audit_namesWhatDoesNotAgree() {
    inventory.report(TestHosts.report(A, 1, TestHosts.listing("foreign")));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    clock.pass(Duration.ofSeconds(30));
    assertThat(inventory.audit())
        .extracting(AuditFinding::kind, AuditFinding::instanceUuid, AuditFinding::age)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                AuditFinding.Kind.CLAIM_WITHOUT_REPORT, "i1", Duration.ofSeconds(30)),
            org.assertj.core.api.Assertions.tuple(
                AuditFinding.Kind.REPORT_WITHOUT_CLAIM, "foreign", Duration.ofSeconds(30)));
  }

  // ---- journal, events, snapshots

  @Test
  void journal_thatFails_leavesEverythingAsItWas() {
    List<InventoryEvent> kept = new ArrayList<>();
    boolean[] full = {false};
    DefaultInventory journalled =
        new DefaultInventory(
            InventorySettings.DEFAULT,
            clock,
            events -> {
              if (full[0]) {
                throw new IllegalStateException("disk full");
              }
              kept.addAll(events);
            },
            List.of());
    journalled.report(TestHosts.report(A, 1));
    journalled.claim(TestHosts.claim("c1", "i1", A));
    full[0] = true;
    assertThatThrownBy(() -> journalled.release("c1")).hasMessage("disk full");
    assertThat(journalled.findClaim("c1").orElseThrow().state()).isEqualTo(ClaimState.PENDING);
    clock.pass(Duration.ofMinutes(10));
    assertThatThrownBy(journalled::advance).hasMessage("disk full");
    full[0] = false;
    assertThat(journalled.claims()).isEmpty();
    assertThat(kept).extracting(InventoryEvent::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void apply_eventsOfAnother_givesItsState() {
    DefaultInventory standby = TestHosts.inventory(clock);
    Runnable end = inventory.subscribe(standby::apply);
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.confirm("c1");
    assertThat(standby.snapshot().hosts()).isEqualTo(inventory.snapshot().hosts());
    end.run();
    inventory.claim(TestHosts.claim("c2", "i2", A));
    InventoryEvent late =
        new InventoryEvent.ClaimsChanged(9, clock.instant(), List.of(TestHosts.claim("x", "y", A)));
    assertThatThrownBy(() -> standby.apply(late)).hasMessageContaining("events are missing");
  }

  @Test
  void standby_whenAClaimIsDue_waitsForTheOthersEvent() {
    DefaultInventory standby = TestHosts.inventory(clock);
    List<InventoryEvent> late = new ArrayList<>();
    inventory.report(TestHosts.report(A, 1));
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.claim(TestHosts.claim("c2", "i2", A));
    standby.restore(inventory.export());
    inventory.subscribe(late::add);
    inventory.confirm("c1");
    clock.pass(Duration.ofMinutes(10));
    assertThat(standby.claims()).hasSize(2);
    late.forEach(standby::apply);
    assertThat(standby.claims()).extracting(Claim::state).contains(ClaimState.CONFIRMED);
    standby.advance();
    assertThat(standby.claims()).extracting(Claim::id).containsExactly("c1");
    InventoryEvent next =
        new InventoryEvent.ClaimsChanged(
            standby.sequence() + 1, clock.instant(), List.of(TestHosts.claim("x", "y", A)));
    assertThatThrownBy(() -> standby.apply(next)).hasMessageContaining("changes of its own");
  }

  @Test
  void subscriber_thatThrowsAnError_losesNoEventForTheOthers() {
    List<Long> seen = new ArrayList<>();
    inventory.subscribe(
        event -> {
          throw new AssertionError("subscriber");
        });
    inventory.subscribe(event -> seen.add(event.sequence()));
    inventory.report(TestHosts.report(A, 1));
    inventory.report(TestHosts.report(B, 1));
    assertThat(seen).containsExactly(1L, 2L);
  }

  @Test
  void subscriber_thatFails_disturbsNobody() {
    List<Long> seen = new ArrayList<>();
    inventory.subscribe(
        event -> {
          throw new IllegalStateException("subscriber");
        });
    inventory.subscribe(event -> seen.add(event.sequence()));
    inventory.report(TestHosts.report(A, 1));
    inventory.report(TestHosts.report(B, 1));
    assertThat(seen).containsExactly(1L, 2L);
  }

  @Test
  void snapshot_isForEver() {
    inventory.report(TestHosts.report(A, 1));
    var before = inventory.snapshot();
    inventory.claim(TestHosts.claim("c1", "i1", A));
    inventory.change(new OperatorChange.HostRemoved(A));
    assertThat(before.hosts()).singleElement().extracting(HostState::freeMemoryMb).isEqualTo(8192L);
    assertThat(before.hostsOf("i1")).isEmpty();
  }

  @Test
  void restore_intoUsedInventory_isRefused() {
    inventory.report(TestHosts.report(A, 1));
    assertThatThrownBy(() -> inventory.restore(inventory.export()))
        .hasMessageContaining("must be empty");
  }

  // ---- forks

  @Test
  void fork_placeRemoveAndRollBack_leaveTheSnapshotAlone() {
    inventory.report(TestHosts.report(A, 1, TestHosts.listing("listed")));
    var snapshot = inventory.snapshot();
    Fork fork = snapshot.fork();
    fork.place(TestHosts.request("i1"), A);
    long mark = fork.mark();
    fork.remove("listed", A);
    fork.report(TestHosts.report(B, 1));
    assertThat(fork.host(A).orElseThrow().usage().used(ResourceClass.MEMORY_MB)).isEqualTo(1024);
    assertThat(fork.hosts()).hasSize(2);
    fork.rollback(mark);
    assertThat(fork.hosts()).hasSize(1);
    assertThat(fork.host(A).orElseThrow().usage().instances().ids())
        .containsExactlyInAnyOrder("listed", "i1");
    fork.removeHost(A);
    assertThat(fork.hosts()).isEmpty();
    assertThat(snapshot.hosts())
        .singleElement()
        .extracting(HostState::freeMemoryMb)
        .isEqualTo(7168L);
  }

  @Test
  void fork_remove_bringsNoDeadHostBack() {
    inventory.report(TestHosts.report(A, 1, TestHosts.listing("listed")));
    clock.pass(Duration.ofMinutes(5));
    Fork fork = inventory.snapshot().fork();
    fork.remove("listed", A);
    assertThat(fork.host(A).orElseThrow().description().service().up()).isFalse();
    assertThat(fork.host(A).orElseThrow().usage().instances().size()).isZero();
  }

  @Test
  void fork_markWithoutAChange_isTheLastOne() {
    inventory.report(TestHosts.report(A, 1));
    Fork fork = inventory.snapshot().fork();
    long mark = fork.mark();
    assertThat(fork.mark()).isEqualTo(mark);
    fork.place(TestHosts.request("i1"), A);
    assertThat(fork.mark()).isNotEqualTo(mark);
    fork.rollback(mark);
    assertThat(fork.mark()).isEqualTo(mark);
  }

  @Test
  void fork_misuse_namesTheRule() {
    Fork fork = inventory.snapshot().fork();
    assertThatThrownBy(() -> fork.place(TestHosts.request("i1"), A)).hasMessageContaining("a");
    assertThatThrownBy(() -> fork.remove("i1", A)).hasMessageContaining("i1");
    assertThatThrownBy(() -> fork.removeHost(A)).hasMessageContaining("a");
    assertThatThrownBy(() -> fork.rollback(7)).hasMessageContaining("7");
  }
}
