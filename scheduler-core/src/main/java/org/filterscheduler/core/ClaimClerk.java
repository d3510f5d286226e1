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
    books.replace(record.withState(state.equals(record.state()) ? record.state() : state));
  }

  /** Computes the usage of a node from its report and its active claims, structured ones apart. */
  static HostUsage usage(HostReport report, Collection<Claim> active, InstanceView view) {
    Set<String> listed = Listings.match(report, active);
    List<Claim> unlisted = new ArrayList<>(active);
    unlisted.removeIf(claim -> listed.contains(claim.id()));
    return Usages.of(report, unlisted, view);
  }

  static HostUsage withBookings(HostUsage usage, Map<String, Object> states) {
    if (states.equals(usage.bookings())) {
      return usage;
    }
    HostUsage.Builder builder = usage.toBuilder();
    states.forEach(builder::booked);
    return builder.build();
  }

  private void show(Claim claim) {
    HostRecord record = books.record(claim.host());
    if (record != null && !record.instances().containsKey(claim.instanceUuid())) {
      String flavor = claim.flavorId().orElse("");
      books.replace(record.withInstances(record.instances().with(claim.instanceUuid(), flavor)));
      instances.add(claim.instanceUuid(), claim.host());
      instances.refreshViews(claim.host().host());
    }
  }

  private void hide(Claim claim) {
    HostRecord record = books.record(claim.host());
    if (record == null
        || record.listed().containsKey(claim.instanceUuid())
        || !record.instances().containsKey(claim.instanceUuid())
        || isClaimed(claim.instanceUuid(), claim.host())) {
      return;
    }
    books.replace(record.withInstances(record.instances().without(claim.instanceUuid())));
    instances.remove(claim.instanceUuid(), claim.host());
    instances.refreshViews(claim.host().host());
  }

  private boolean isClaimed(String instanceUuid, HostKey host) {
    for (Claim claim : books.claimsOn(host)) {
      if (claim.instanceUuid().equals(instanceUuid)) {
        return true;
      }
    }
    return false;
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
