package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClaimJournal;

/** Laws of the inventory, on random histories of everything that can happen to it. */
final class InventoryLawsTest {
  private static final List<HostKey> HOSTS =
      List.of(HostKey.of("a"), HostKey.of("b"), new HostKey("c", "c1"), new HostKey("c", "c2"));
  private static final int STEPS = 120;

  private final TestClock clock = new TestClock();
  private final List<InventoryEvent> events = new ArrayList<>();
  private final DefaultInventory inventory =
      new DefaultInventory(
          InventorySettings.DEFAULT, clock, (ClaimJournal) events::addAll, List.of());
  private final List<String> claimIds = new ArrayList<>();
  private long sequence;

  /** What is kept up step by step equals what is computed at once from reports and claims. */
  @Property(tries = 400)
  void restoredInventory_afterAnyHistory_equalsTheOriginal(@ForAll long seed) {
    play(seed);
    DefaultInventory restored = TestHosts.inventory(clock);
    restored.restore(inventory.export());
    assertSame(inventory, restored);
    assertThat(restored.export()).isEqualTo(inventory.export());
  }

  @Property(tries = 200)
  void standby_afterTheSameEvents_equalsTheOriginal(@ForAll long seed) {
    play(seed);
    inventory.advance(); // the last expiries are its events, not the standby's
    DefaultInventory standby = TestHosts.inventory(clock);
    events.forEach(standby::apply);
    assertSame(inventory, standby);
  }

  @Property(tries = 200)
  void usage_afterAnyHistory_isWhatIsReportedPlusTheClaimsNotListed(@ForAll long seed) {
    play(seed);
    Books books = inventory.snapshot().books();
    for (HostRecord record : books.records()) {
      Set<String> listed = Listings.match(record.report(), books.claimsOn(record.key()));
      long expected = record.report().used().getOrDefault(ResourceClass.MEMORY_MB, 0L);
      for (Claim claim : inventory.claims()) {
        if (claim.host().equals(record.key()) && !listed.contains(claim.id())) {
          expected += claim.resources().get(ResourceClass.MEMORY_MB);
        }
      }
      assertThat(record.state().usage().used(ResourceClass.MEMORY_MB)).isEqualTo(expected);
    }
  }

  @Property(tries = 100)
  void fork_rolledBack_equalsTheSnapshot(@ForAll long seed) {
    play(seed);
    Snapshot snapshot = inventory.snapshot();
    List<HostState> before = List.copyOf(snapshot.hosts());
    Fork fork = snapshot.fork();
    long mark = fork.mark();
    Random random = new Random(seed);
    for (HostState host : before) {
      fork.place(TestHosts.request("sim-" + random.nextInt(3)), host.key());
      host.usage().instances().ids().stream()
          .filter(id -> snapshot.hostsOf(id).contains(host.key()))
          .findFirst()
          .ifPresent(id -> fork.remove(id, host.key()));
    }
    fork.report(TestHosts.report(HostKey.of("new"), 1));
    fork.rollback(mark);
    assertThat(fork.hosts()).isEqualTo(before);
    assertThat(snapshot.hosts()).isEqualTo(before);
    assertThat(inventory.snapshot().hosts()).isEqualTo(before);
  }

  private static void assertSame(DefaultInventory one, DefaultInventory other) {
    assertThat(other.snapshot().hosts()).isEqualTo(one.snapshot().hosts());
    assertThat(other.claims()).isEqualTo(one.claims());
    for (int i = 0; i < 12; i++) {
      assertThat(other.snapshot().hostsOf("i" + i)).isEqualTo(one.snapshot().hostsOf("i" + i));
    }
    for (String id : List.of("g0", "g1")) {
      ServerGroup group = ServerGroup.builder(id).build();
      assertThat(other.snapshot().group(group)).isEqualTo(one.snapshot().group(group));
    }
  }

  // ---- the history

  private void play(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      try {
        step(random);
      } catch (ClaimException | IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank(); // a step that is refused is part of the history
      }
    }
  }

  private void step(Random random) {
    HostKey host = HOSTS.get(random.nextInt(HOSTS.size()));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> report(random, host);
      case 3, 4, 5 -> claim(random, host);
      case 6 -> inventory.confirm(someClaim(random));
      case 7 -> inventory.release(someClaim(random));
      case 8 -> inventory.move(someClaim(random), host);
      case 9 -> inventory.renew(someClaim(random), Duration.ofMinutes(1 + random.nextInt(20)));
      case 10 -> clock.pass(Duration.ofSeconds(random.nextInt(200)));
      default -> operate(random, host);
    }
  }

  private String someClaim(Random random) {
    return claimIds.isEmpty() ? "none" : claimIds.get(random.nextInt(claimIds.size()));
  }

  private void claim(Random random, HostKey host) {
    String id = "c" + claimIds.size();
    Claim claim =
        TestHosts.claim(id, "i" + random.nextInt(12), host).toBuilder()
            .groupId(random.nextBoolean() ? "g" + random.nextInt(2) : null)
            .flavorId("f" + random.nextInt(2))
            .build();
    inventory.claim(claim);
    claimIds.add(id);
  }

  /** Lists some of what is there, under its claim or not, and something foreign. */
  private void report(Random random, HostKey host) {
    List<InstanceAllocation> listed = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
    for (Claim claim : inventory.claims()) {
      if (claim.host().equals(host) && random.nextBoolean() && seen.add(claim.instanceUuid())) {
        listed.add(
            random.nextBoolean()
                ? TestHosts.listing(claim)
                : TestHosts.listing(claim.instanceUuid()));
      }
    }
    if (random.nextInt(3) == 0 && seen.add("foreign")) {
      listed.add(TestHosts.listing("foreign"));
    }
    HostReport.Builder report =
        TestHosts.report(host, sequence++, listed.toArray(InstanceAllocation[]::new)).toBuilder();
    if (random.nextInt(5) == 0) {
      report.boot("boot-" + random.nextInt(3));
    }
    if (random.nextInt(5) == 0) {
      report.stats(Map.of("rack", "r" + random.nextInt(3)));
    }
    if (random.nextInt(8) == 0) {
      report.seenAt(clock.instant().plusSeconds(random.nextInt(200) - 100));
    }
    inventory.report(report.build());
  }

  private void operate(Random random, HostKey host) {
    switch (random.nextInt(6)) {
      case 0 -> inventory.change(new OperatorChange.HostRemoved(host));
      case 1 -> inventory.change(new OperatorChange.ServiceDisabled(host.host(), "why"));
      case 2 -> inventory.change(new OperatorChange.ServiceEnabled(host.host()));
      case 3 ->
          inventory.change(new OperatorChange.ServiceForcedDown(host.host(), random.nextBoolean()));
      case 4 ->
          inventory.change(
              new OperatorChange.RatiosSet(
                  host, Map.of(ResourceClass.VCPU, 1.0 + random.nextInt(4))));
      default ->
          inventory.change(
              new OperatorChange.AggregateSet(
                  new Aggregate(random.nextInt(2), "", Map.of("k", "v" + random.nextInt(3))),
                  Set.of(host.host())));
    }
  }
}
