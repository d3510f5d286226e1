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
  private final int memoryLimit;

  ClaimClerk(Books books, BookingStates bookings, int memoryLimit) {
    this.books = books;
    this.bookings = bookings;
    this.memoryLimit = memoryLimit;
  }

  /**
   * Puts a claim in place of what the books have under its id.
   *
   * @param listed whether it shows among the instances of the host and the members of its group
   */
  void set(Claim claim, boolean listed) {
    Claim before = books.claims.get(claim.id());
    Claim active = before != null && before.state().active() ? before : null;
    if (active != null) {
      if (differsInExpiryAlone(active, claim)) {
        putOff(active, claim);
        return;
      }
      unbook(active);
    }
    books.claims.put(claim.id(), claim);
    if (claim.state().active()) {
      book(claim, listed);
    } else if (before == null || active != null) {
      books.end(claim, memoryLimit);
    }
  }

  private static boolean differsInExpiryAlone(Claim before, Claim after) {
    return before.state() == after.state()
        && before.toBuilder().expiresAt(after.expiresAt().orElse(null)).build().equals(after);
  }

  /** Putting off an expiry must not change the host's state: no decision may lose a race to it. */
  private void putOff(Claim before, Claim claim) {
    HostRecord record = books.record(claim.host());
    if (record == null) {
      NodeInstances claimed = books.claimsOfAbsent(claim.host());
      books.setClaimsOfAbsent(claim.host(), claimed.replacing(before, claim));
    } else {
      books.replace(record.withInstances(record.instances().replacing(before, claim)));
    }
    books.claims.put(claim.id(), claim);
  }

  private void book(Claim claim, boolean listed) {
    String group = claim.groupId().orElse(null);
    if (group != null) {
      books.setGroup(group, books.group(group).with(claim, listed));
    }
    HostRecord record = books.record(claim.host());
    if (record == null) { // it counts when the host comes back
      NodeInstances claimed = books.claimsOfAbsent(claim.host());
      books.setClaimsOfAbsent(claim.host(), claimed.with(claim, listed));
      return;
    }
    if (listed) {
      books.place(claim.instanceUuid(), claim.host());
    }
    NodeInstances present = record.instances().with(claim, listed);
    Map<String, Object> before = record.state().usage().bookings();
    change(record, present, claim, 1, bookings.take(claim, before));
  }

  private void unbook(Claim claim) {
    String group = claim.groupId().orElse(null);
    if (group != null) {
      books.setGroup(group, books.group(group).without(claim));
    }
    HostRecord record = books.record(claim.host());
    if (record == null) {
      NodeInstances claimed = books.claimsOfAbsent(claim.host());
      books.setClaimsOfAbsent(claim.host(), claimed.without(claim));
      return;
    }
    if (record.instances().shows(claim)) {
      books.displace(claim.instanceUuid(), claim.host());
    }
    NodeInstances present = record.instances().without(claim);
    Map<String, Object> before = record.state().usage().bookings();
    change(record, present, claim, -1, bookings.giveBack(claim, before));
  }

  /**
   * Adds a claim to the usage of its host, or takes it away. Where the host's report lists the
   * instance, what counts is found anew from the report and the claims: what it lists stays in its
   * amounts until a report comes without it.
   */
  private void change(
      HostRecord record, NodeInstances present, Claim claim, int sign, Map<String, Object> states) {
    HostUsage before = record.state().usage();
    boolean alone = !(before.instances() instanceof HostInstances);
    boolean listed = record.listed().containsKey(claim.instanceUuid());
    HostUsage.Builder usage =
        listed
            ? usage(record.report(), present.claims(), present).toBuilder()
            : Usages.add(before.toBuilder(), before, claim, sign);
    if (alone) {
      usage.instances(present);
    }
    HostUsage after = withBookings(usage.build(), states);
    HostState state = new HostState(record.state().description(), after);
    HostState kept = listed ? kept(record.state(), state) : state;
    books.replace(new HostRecord(record.registration(), present, kept));
    if (!alone) {
      new Instances(books).refreshViews(claim.host().host());
    }
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
    if (some == others) {
      return true;
    }
    for (Map.Entry<String, Object> entry : some.entrySet()) {
      if (entry.getValue() != others.get(entry.getKey())) {
        return false;
      }
    }
    return some.size() == others.size();
  }

  /** Computes the usage of a node from its report and its active claims, structured ones apart. */
  static HostUsage usage(HostReport report, Collection<Claim> active, InstanceView view) {
    if (active.isEmpty()) {
      return Usages.of(report, List.of(), view);
    }
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
