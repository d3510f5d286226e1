package org.filterscheduler.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.jspecify.annotations.Nullable;

/*
 * Writes to the books, with its two clerks for claims and for operators; nobody else does. The state
 * of an inventory is the fold of what is done here, so every method is a function of the books and
 * its arguments, and none fails half-way: callers have checked what they ask for.
 */
final class BookKeeper {
  private static final int MOST_FORMER_BOOTS = 8;

  private final Books books;
  private final InventorySettings settings;
  private final BookingStates bookings;
  private final ClaimClerk clerk;

  BookKeeper(Books books, InventorySettings settings, BookingStates bookings) {
    this.books = books;
    this.settings = settings;
    this.bookings = bookings;
    this.clerk = new ClaimClerk(books, bookings, settings.claimMemoryLimit());
  }

  Books books() {
    return books;
  }

  void apply(InventoryEvent event) {
    if (event instanceof InventoryEvent.HostReported reported) {
      report(reported.report(), reported.at());
    } else if (event instanceof InventoryEvent.OperatorChanged changed) {
      operators().change(changed.change(), changed.at());
    } else if (event instanceof InventoryEvent.ClaimsChanged changed) {
      List<Claim> claims = changed.claims();
      for (int i = 0; i < claims.size(); i++) { // nearly always one, which is worth no iterator
        clerk.set(claims.get(i), true);
      }
    }
    books.sequence = event.sequence();
  }

  ClaimClerk claims() {
    return clerk;
  }

  OperatorClerk operators() {
    return new OperatorClerk(books, new Descriptions(settings), new Instances(books));
  }

  /** Takes a report that is newer than what the books have. */
  void report(HostReport report, Instant now) {
    HostRecord before = books.record(report.key());
    long position = before == null ? books.nextPosition++ : before.position();
    operators().seen(report.key(), report.seenAt().orElse(now), now);
    register(report, position, formerBoots(before, report), now);
  }

  /** Registers a host, or puts a newer report in place of its last one. */
  void register(HostReport report, long position, List<String> formerBoots, Instant now) {
    HostRecord before = books.record(report.key());
    HostDescription description = describe(report, position, before, now);
    NodeInstances present = NodeInstances.of(listed(report), books.claimsOn(report.key()));
    HostUsage usage =
        ClaimClerk.withBookings(
            ClaimClerk.usage(report, present.claims(), present),
            states(before, description, present.claims()));
    int slot = before == null ? books.nextSlot() : before.slot();
    put(
        before,
        new HostRecord(
            new HostRecord.Registration(position, slot, report, formerBoots),
            present,
            new HostState(description, usage)));
  }

  /** Describes a host anew; one that is as before keeps its description's identity. */
  private HostDescription describe(
      HostReport report, long position, @Nullable HostRecord before, Instant now) {
    HostDescription description = new Descriptions(settings).describe(report, position, books, now);
    return before != null && before.state().description().equals(description)
        ? before.state().description()
        : description;
  }

  private Map<String, Object> states(
      @Nullable HostRecord before, HostDescription description, Collection<Claim> active) {
    return before != null && before.state().description().bookings().equals(description.bookings())
        ? before.state().usage().bookings()
        : bookings.rebuild(description, active);
  }

  private void put(@Nullable HostRecord before, HostRecord record) {
    HostKey key = record.key();
    Instances instances = new Instances(books);
    if (before == null) {
      books.add(record);
      instances.index(key, NodeInstances.NONE, record.instances());
      instances.refreshViews(key.host());
      return;
    }
    boolean sameView = before.instances().looksLike(record.instances());
    books.replace(sameView ? keepView(before, record) : record);
    instances.index(key, before.instances(), record.instances());
    if (!sameView) {
      instances.refreshViews(key.host());
    }
  }

  /**
   * A report that changes nothing keeps the state's identity, so that no claim loses a race to it.
   */
  private static HostRecord keepView(HostRecord before, HostRecord record) {
    HostUsage usage =
        record.state().usage().toBuilder().instances(before.state().usage().instances()).build();
    HostState state = new HostState(record.state().description(), usage);
    return record.withState(ClaimClerk.kept(before.state(), state));
  }

  private static List<String> formerBoots(@Nullable HostRecord before, HostReport report) {
    if (before == null) {
      return List.of();
    }
    if (before.report().boot().equals(report.boot())) {
      return before.formerBoots();
    }
    List<String> boots = new ArrayList<>(before.formerBoots());
    boots.add(before.report().boot());
    int surplus = Math.max(0, boots.size() - MOST_FORMER_BOOTS);
    return List.copyOf(boots.subList(surplus, boots.size()));
  }

  private static Map<String, String> listed(HostReport report) {
    if (report.instances().isEmpty()) {
      return Map.of();
    }
    Map<String, String> listed = new LinkedHashMap<>();
    for (InstanceAllocation instance : report.instances()) {
      String flavor = instance.flavorId();
      listed.put(instance.instanceUuid(), flavor == null ? "" : flavor);
    }
    return Map.copyOf(listed);
  }

  /** Returns the hosts whose structured resources an event may change. */
  static Set<HostKey> bookedHosts(InventoryEvent event, Books books) {
    if (event instanceof InventoryEvent.HostReported reported) {
      return Set.of(reported.report().key());
    }
    if (event instanceof InventoryEvent.ClaimsChanged changed) {
      return ClaimClerk.hosts(changed.claims(), books);
    }
    return Set.of();
  }
}
