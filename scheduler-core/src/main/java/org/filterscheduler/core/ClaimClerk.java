package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceView;
import org.jspecify.annotations.Nullable;

/** Writes claims into the books. */
final class ClaimClerk {
  private final Books books;
  private final BookingStates bookings;
  private final Instances instances;

  ClaimClerk(Books books, BookingStates bookings, Instances instances) {
    this.books = books;
    this.bookings = bookings;
    this.instances = instances;
  }

  /**
   * Puts a claim in place of what the books have under its id.
   *
   * @param listed whether it shows among the instances of the host and the members of its group
   */
  void set(Claim claim, boolean listed) {
    Claim before = books.claims.get(claim.id());
    if (before != null && differsInExpiryAlone(before, claim)) {
      books.unindex(before);
      books.index(claim);
      books.claims.put(claim.id(), claim);
      return;
    }
    if (before != null && before.state().active()) {
      unbook(before);
    }
    books.claims.put(claim.id(), claim);
    if (claim.state().active()) {
      book(claim, listed);
    }
  }

  /** Putting off an expiry must not change the host's state: no decision may lose a race to it. */
  private static boolean differsInExpiryAlone(Claim before, Claim after) {
    return before.state().active()
        && before.toBuilder().expiresAt(after.expiresAt().orElse(null)).build().equals(after);
  }

  private void book(Claim claim, boolean listed) {
    books.index(claim);
    claim.groupId().ifPresent(id -> books.setGroup(id, books.group(id).with(claim, listed)));
    HostRecord record = books.record(claim.host());
    if (record == null) {
      return; // it counts when the host comes back
    }
    Map<String, Object> states = bookings.take(claim, record.state().usage().bookings());
    setUsage(record, claim, 1, states);
    if (listed) {
      show(claim);
    }
  }

  private void unbook(Claim claim) {
    books.unindex(claim);
    claim.groupId().ifPresent(id -> books.setGroup(id, books.group(id).without(claim)));
    HostRecord record = books.record(claim.host());
    if (record == null) {
      return;
    }
    Map<String, Object> states = bookings.giveBack(claim, record.state().usage().bookings());
    setUsage(record, claim, -1, states);
    hide(claim);
  }

  /**
   * Adds a claim to the usage of its host, or takes it away. Where the host's report lists the
   * instance, what counts is found anew from the report and the claims: what it lists stays in its
   * amounts until a report comes without it.
   */
  private void setUsage(HostRecord record, Claim claim, int sign, Map<String, Object> states) {
    HostUsage before = record.state().usage();
    HostUsage after =
        record.listed().containsKey(claim.instanceUuid())
            ? usage(record.report(), books.claimsOn(claim.host()), before.instances())
            : Usages.add(before.toBuilder(), before, claim, sign).build();
    HostState state = new HostState(record.state().description(), withBookings(after, states));
    books.replace(record.withState(kept(record.state(), state)));
  }

  /**
   * Keeps the identity of a state that is as before, so that no decision loses a race to it. The
   * states of structured resources are plug-ins' values: they are told apart by identity, since no
   * plug-in's code may run here.
   */
  static HostState kept(HostState before, HostState after) {
    HostUsage usage = after.usage();
    boolean same =
        before.description().equals(after.description())
            && sameObjects(before.usage().bookings(), usage.bookings())
            && withBookings(before.usage(), Map.of()).equals(withBookings(usage, Map.of()));
    return same ? before : after;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObjects(Map<String, Object> some, Map<String, Object> others) {
    return some.size() == others.size()
        && some.entrySet().stream()
            .allMatch(entry -> entry.getValue() == others.get(entry.getKey()));
  }

  /** Computes the usage of a node from its report and its active claims, structured ones apart. */
  static HostUsage usage(HostReport report, Collection<Claim> active, InstanceView view) {
    Set<String> listed = Listings.match(report, active);
    List<Claim> unlisted = new ArrayList<>(active);
    unlisted.removeIf(claim -> listed.contains(claim.id()));
    return Usages.of(report, unlisted, view);
  }

  static HostUsage withBookings(HostUsage usage, Map<String, Object> states) {
    return sameObjects(usage.bookings(), states)
        ? usage
        : usage.toBuilder().bookings(states).build();
  }

  /** Shows an instance among those of its host, under the flavor of its newest claim. */
  private void show(Claim claim) {
    HostRecord record = books.record(claim.host());
    if (record != null && !record.listed().containsKey(claim.instanceUuid())) {
      boolean known = record.instances().containsKey(claim.instanceUuid());
      setFlavor(record, claim.instanceUuid(), known ? flavor(claim) : flavorOf(claim));
      if (!known) {
        instances.add(claim.instanceUuid(), claim.host());
      }
      instances.refreshViews(claim.host().host());
    }
  }

  private void hide(Claim claim) {
    HostRecord record = books.record(claim.host());
    String uuid = claim.instanceUuid();
    if (record == null
        || record.listed().containsKey(uuid)
        || !record.instances().containsKey(uuid)) {
      return;
    }
    if (newest(claim) != null) {
      setFlavor(record, uuid, flavor(claim));
    } else {
      books.replace(record.withInstances(record.instances().without(uuid)));
      instances.remove(uuid, claim.host());
    }
    instances.refreshViews(claim.host().host());
  }

  private void setFlavor(HostRecord record, String instanceUuid, String flavor) {
    books.replace(record.withInstances(record.instances().with(instanceUuid, flavor)));
  }

  private String flavor(Claim claim) {
    Claim newest = newest(claim);
    return newest == null ? "" : flavorOf(newest);
  }

  private static String flavorOf(Claim claim) {
    return claim.flavorId().orElse("");
  }

  /** Returns the newest active claim of a claim's instance on its host; null if there is none. */
  private @Nullable Claim newest(Claim claim) {
    Claim newest = null;
    for (Claim other : books.claimsOn(claim.host())) {
      if (other.instanceUuid().equals(claim.instanceUuid())
          && (newest == null || Listings.OLDEST_FIRST.compare(newest, other) < 0)) {
        newest = other;
      }
    }
    return newest;
  }

  /** Returns the hosts that claims are on, and those that they leave. */
  static Set<HostKey> hosts(List<Claim> claims, Books books) {
    Set<HostKey> hosts = new LinkedHashSet<>();
    for (Claim claim : claims) {
      hosts.add(claim.host());
      Claim before = books.claims.get(claim.id());
      if (before != null) {
        hosts.add(before.host());
      }
    }
    return hosts;
  }
}
