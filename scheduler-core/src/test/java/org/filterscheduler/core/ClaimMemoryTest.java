package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestHosts.claim;
import static org.filterscheduler.core.TestHosts.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.spi.ClaimJournal;
import org.junit.jupiter.api.Test;

/** How many claims that ended are remembered, and that deadlines are no more than what waits. */
final class ClaimMemoryTest {
  private static final HostKey A = HostKey.of("a");
  private static final int LIMIT = 100;

  private final TestClock clock = new TestClock();
  private final DefaultInventory inventory = inventory();

  private DefaultInventory inventory() {
    InventorySettings usual = InventorySettings.DEFAULT;
    InventorySettings settings =
        new InventorySettings(
            usual.ramAllocationRatio(),
            usual.cpuAllocationRatio(),
            usual.diskAllocationRatio(),
            usual.serviceDownTime(),
            usual.claimTimeout(),
            usual.claimMemory(),
            LIMIT);
    return new DefaultInventory(settings, clock, ClaimJournal.NONE, List.of());
  }

  private void claimAndRelease(int from, int to) {
    for (int i = from; i < to; i++) {
      inventory.claim(claim("c" + i, "i" + i, A));
      inventory.release("c" + i);
    }
  }

  @Test
  void release_moreThanTheLimit_forgetsTheOldest() {
    inventory.report(report(A, 1));
    claimAndRelease(0, LIMIT + 3);

    assertThat(inventory.findClaim("c2")).isEmpty();
    assertThat(inventory.findClaim("c3").orElseThrow().state()).isEqualTo(ClaimState.RELEASED);
    assertThat(inventory.export().claims()).hasSize(LIMIT);
    assertThatThrownBy(() -> inventory.release("c0"))
        .isInstanceOf(ClaimException.class)
        .hasMessageContaining("forgotten");
  }

  @Test
  void release_manyEnded_keepsActiveClaims() {
    inventory.report(report(A, 1));
    inventory.claim(claim("kept", "kept", A));
    claimAndRelease(0, 3 * LIMIT);
    assertThat(inventory.findClaim("kept").orElseThrow().state()).isEqualTo(ClaimState.PENDING);
    assertThat(inventory.claims()).extracting(Claim::id).containsExactly("kept");
  }

  @Test
  void advance_afterTheMemory_forgetsAllThatEndedBefore() {
    inventory.report(report(A, 1));
    claimAndRelease(0, 2 * LIMIT);
    clock.pass(Duration.ofMinutes(30));
    claimAndRelease(500, 501);
    clock.pass(Duration.ofMinutes(30));
    inventory.advance();
    assertThat(inventory.export().claims()).extracting(Claim::id).containsExactly("c500");
    clock.pass(Duration.ofMinutes(30));
    inventory.advance();
    assertThat(inventory.export().claims()).isEmpty();
  }

  @Test
  void restore_ofAnExport_forgetsInTheSameOrder() {
    inventory.report(report(A, 1));
    // the order of ids is not that in which they ended
    for (int i = LIMIT; i > 0; i--) {
      claimAndRelease(i, i + 1);
    }
    DefaultInventory standby = inventory();
    standby.restore(inventory.export());
    inventory.subscribe(standby::apply);

    claimAndRelease(1_000, 1_000 + LIMIT / 2);

    assertThat(standby.export().claims()).isEqualTo(inventory.export().claims());
    assertThat(standby.findClaim("c" + LIMIT)).isEmpty();
    assertThat(standby.findClaim("c1")).isPresent();
  }

  @Test
  void restore_intoASmallerMemory_keepsTheLatest() {
    DefaultInventory larger = TestHosts.inventory(clock);
    larger.report(report(A, 1));
    for (int i = 0; i < 2 * LIMIT; i++) {
      larger.claim(claim("c" + i, "i" + i, A));
      larger.release("c" + i);
    }
    inventory.restore(larger.export());
    assertThat(inventory.export().claims()).hasSize(LIMIT);
    assertThat(inventory.findClaim("c" + LIMIT)).isPresent();
    assertThat(inventory.findClaim("c" + (LIMIT - 1))).isEmpty();
  }

  // ---- deadlines

  private static Claim pending(int number, Instant expiry) {
    return claim("c" + number, "i" + number, A).toBuilder().expiresAt(expiry).build();
  }

  private static Claim released(Claim claim) {
    return claim.toBuilder().state(ClaimState.RELEASED).expiresAt(null).build();
  }

  /** Whatever the order in which claims end, and whether or not their expiries come in order. */
  @Test
  void deadlines_manyClaimsThatEnd_areBoundedByThoseThatLive() {
    for (int live : new int[] {1, 50}) {
      for (int step : new int[] {1, -1}) {
        Books books = new Books();
        Deadlines deadlines = new Deadlines(InventorySettings.DEFAULT);
        Claim eldest = pending(-1, clock.instant().plusSeconds(step));
        books.claims.put(eldest.id(), eldest);
        deadlines.claim(eldest, clock.instant());
        for (int i = 0; i < 20_000; i++) {
          Claim claim = pending(i, clock.instant().plusSeconds(50_000 + (long) step * i));
          books.claims.put(claim.id(), claim);
          deadlines.claim(claim, clock.instant());
          if (i >= live) {
            Claim ended = released(claim("c" + (i - live), "i" + (i - live), A));
            books.claims.put(ended.id(), ended);
            deadlines.claim(ended, clock.instant());
          }
          deadlines.clear(books);
          assertThat(deadlines.size()).isLessThanOrEqualTo(2 * (live + 2) + 1_001);
        }
        assertThat(deadlines.due(clock.instant().plusSeconds(5)))
            .extracting(Deadlines.Deadline::id)
            .startsWith(eldest.id());
      }
    }
  }

  @Test
  void deadlines_manyReports_areBoundedByTheServices() {
    Books books = new Books();
    Deadlines deadlines = new Deadlines(InventorySettings.DEFAULT);
    for (int i = 0; i < 10_000; i++) {
      ServiceRecord service = ServiceRecord.NEW.seen(clock.instant().plusSeconds(i));
      books.services.put("a", service);
      deadlines.service("a", service, clock.instant().plusSeconds(i));
      deadlines.clear(books);
      assertThat(deadlines.size()).isLessThanOrEqualTo(1_003);
    }
    assertThat(deadlines.due(clock.instant().plusSeconds(100_000))).isNotEmpty();
  }
}
