package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.core.TestScheduler.MEMORY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.SchedulingResult;

/** Whoever keeps a moment sees its hosts whenever he asks, whatever has become of them. */
final class MomentProperties {
  private static final int HOSTS = 120;

  private final TestScheduler racing =
      TestScheduler.with().filter("Memory", MEMORY).spreading().hosts();
  private final DefaultFilterScheduler scheduler = racing.build();
  private final DefaultInventory inventory = (DefaultInventory) scheduler.inventory();
  private final Map<HostKey, Long> sequences = new HashMap<>();
  private final List<String> claims = new ArrayList<>();

  @Property(tries = 60)
  void booksAt_anyMoment_haveTheHostsOfThen(@ForAll long seed) {
    Random random = new Random(seed);
    Map<Moment, List<HostState>> then = new LinkedHashMap<>();
    for (int step = 0; step < 400; step++) {
      play(random);
      if (random.nextInt(20) == 0) {
        keep(then);
      }
      if (random.nextInt(150) == 0) {
        removeMost(random); // so that the slots are dealt anew
      }
    }
    then.forEach((moment, hosts) -> assertThat(hostsAt(moment)).isEqualTo(hosts));
  }

  /** An era takes so many changes that one history has to do. */
  @Property(tries = 1, seed = "1")
  void booksAt_aMomentOfAnEraThatIsOver_haveTheHostsOfThen(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      report(new HostKey("many", "node-" + i));
    }
    Map<Moment, List<HostState>> then = new LinkedHashMap<>();
    Moment.Era first = moment().era();
    while (first.end() == null) {
      for (int i = 0; i < 20; i++) {
        play(random);
      }
      keep(then);
      for (int i = 0; i < 50; i++) { // each changes all nodes
        inventory.change(new OperatorChange.ServiceDisabled("many", "why"));
        inventory.change(new OperatorChange.ServiceEnabled("many"));
      }
      keep(then);
    }
    assertThat(moment().era()).isNotSameAs(first);
    keep(then);
    for (int step = 0; step < 100; step++) {
      play(random);
    }
    then.forEach((moment, hosts) -> assertThat(hostsAt(moment)).isEqualTo(hosts));
    Books end = Objects.requireNonNull(first.end());
    assertThat(inventory.ledger().booksAt(end.moment())).isSameAs(end);
  }

  private void keep(Map<Moment, List<HostState>> then) {
    Snapshot now = inventory.snapshot(); // which may be what brings a service down
    then.put(now.books().moment(), now.hosts());
  }

  private List<HostState> hostsAt(Moment moment) {
    List<HostState> hosts = inventory.ledger().booksAt(moment).states();
    hosts.sort(Comparator.comparingLong(host -> host.description().position()));
    return hosts; // those that came back lie behind the others
  }

  /** What is told of a decision long after it was made is what was told of it at once. */
  @Property(tries = 25)
  void explanation_askedLongAfter_equalsTheOneAskedAtOnce(@ForAll long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 200; step++) {
      play(random);
    }
    Map<SchedulingResult, String> told = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      // Twice the same decision on the same books: one is asked at once, the other one later.
      long memoryMb = random.nextInt(3) == 0 ? 1 << 20 : 1024;
      SchedulingResult asked = select("asked-" + i, memoryMb);
      String now = tell(asked, "asked-" + i);
      undo(asked);
      told.put(select("later-" + i, memoryMb), now);
      for (int step = 0; step < 30; step++) {
        play(random);
      }
      if (i == 5) {
        removeMost(random);
      }
    }
    int[] number = {0};
    told.forEach((result, now) -> assertThat(tell(result, "later-" + number[0]++)).isEqualTo(now));
  }

  private SchedulingResult select(String instance, long memoryMb) {
    return scheduler.select(TestScheduler.request(instance, memoryMb).build());
  }

  private static String tell(SchedulingResult result, String instance) {
    Explanation explanation =
        result.scheduled().map(one -> one.first().explanation()).or(result::refusal).orElseThrow();
    String alternates =
        result.scheduled().map(one -> one.first().alternates(3).toString()).orElse("none");
    return (explanation.toJson() + alternates)
        .replace(explanation.request().requestId(), "request")
        .replace(instance, "instance");
  }

  private void undo(SchedulingResult result) {
    result
        .scheduled()
        .flatMap(one -> one.first().claim())
        .ifPresent(claim -> inventory.release(claim.id()));
  }

  // ---- the history

  private Moment moment() {
    return inventory.ledger().frozenBooks().moment();
  }

  private void play(Random random) {
    HostKey host = HostKey.of("h" + random.nextInt(HOSTS));
    boolean known = inventory.ledger().frozenBooks().record(host) != null;
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> report(host);
      case 4, 5 -> {
        if (known) {
          claim(host);
        }
      }
      case 6 -> {
        if (!claims.isEmpty()) {
          inventory.release(claims.remove(random.nextInt(claims.size())));
        }
      }
      case 7 -> {
        if (known) {
          inventory.change(new OperatorChange.HostRemoved(host));
        }
      }
      case 8 -> inventory.change(new OperatorChange.ServiceDisabled(host.host(), "why"));
      default -> racing.clock.pass(Duration.ofSeconds(1));
    }
  }

  private void report(HostKey host) {
    inventory.report(TestHosts.report(host, sequences.merge(host, 1L, Long::sum)));
  }

  private void claim(HostKey host) {
    String id = "c" + sequences.merge(HostKey.of("claims"), 1L, Long::sum);
    Claim claim = TestHosts.claim(id, "i-" + id, host);
    inventory.claim(claim);
    inventory.confirm(id); // so that it does not end by itself
    claims.add(id);
  }

  private void removeMost(Random random) {
    for (int i = 0; i < HOSTS; i++) {
      report(HostKey.of("h" + i));
    }
    for (HostState host : inventory.snapshot().hosts()) {
      if (random.nextInt(8) > 0) {
        inventory.change(new OperatorChange.HostRemoved(host.key()));
      }
    }
  }
}
