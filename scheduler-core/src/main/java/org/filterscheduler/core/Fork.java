package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;

/**
 * A copy of a snapshot's books to write in: for simulations, and for decisions, which are then
 * committed to the inventory.
 */
final class Fork extends AbstractClusterState implements ClusterFork {
  private record Mark(Books books, int placements) {}

  private final Snapshot origin;
  private Books books;
  // What was placed here, for the commit; and whether nothing else was done.
  private final List<Claim> placements = new ArrayList<>();
  private boolean placementsOnly;
  private final TreeMap<Long, Mark> marks = new TreeMap<>();
  private long nextMark = 1;
  private boolean changed; // since the last mark

  Fork(AbstractClusterState from) {
    super(from.at());
    origin = from.origin();
    books = from.books().copy();
    placementsOnly = from == origin;
  }

  /** Returns the snapshot that the fork, or the fork that it was forked from, grew from. */
  Snapshot base() {
    return origin;
  }

  @Override
  Books books() {
    return books;
  }

  @Override
  Snapshot origin() {
    return origin;
  }

  /** Returns the fork as it now is, whatever becomes of it. */
  Snapshot frozen() {
    return new Snapshot(books.copy(), at(), origin.settings(), origin.bookings());
  }

  /** Returns the claims that were placed; they can be committed. */
  List<Claim> placements() {
    if (!placementsOnly) {
      throw new IllegalStateException("A fork that is a simulation cannot be committed.");
    }
    return List.copyOf(placements);
  }

  /** Returns the states of structured resources that the placements lead to, by host. */
  Map<HostKey, Map<String, Object>> bookedStates() {
    Map<HostKey, Map<String, Object>> states = new LinkedHashMap<>();
    for (Claim claim : placements) {
      HostState state = books.state(claim.host());
      if (state != null) {
        states.put(claim.host(), state.usage().bookings());
      }
    }
    return states;
  }

  /**
   * Books an instance on the fork.
   *
   * @throws ClaimException if a structured resource does not fit
   */
  Claim place(Placement placement) {
    Claim claim = placement.claim(at(), origin.settings().claimTimeout());
    Claim booked = claim.toBuilder().receipts(receipts(claim, placement.request())).build();
    keeper().claims().set(booked, placement.listed());
    placements.add(booked);
    return booked;
  }

  private Map<String, String> receipts(Claim claim, RequestSpec request) {
    HostState host = books.state(claim.host());
    if (host == null) {
      throw noSuchHost(claim.host());
    }
    if (origin.bookings().isEmpty()) {
      return Map.of();
    }
    HostUsage before = host.usage();
    HostUsage after = Usages.add(before.toBuilder(), before, claim, 1).build();
    return origin.bookings().book(new HostState(host.description(), after), request, claim.id());
  }

  @Override
  public void place(RequestSpec request, HostKey host) {
    place(new Placement(request, host, null, request.resources(), Limits.NONE, false, true));
  }

  @Override
  public void remove(String instanceUuid, HostKey host) {
    HostRecord record = books.record(host);
    if (record == null || !record.instances().contains(instanceUuid)) {
      throw new IllegalArgumentException(
          "Host " + host + " does not have the instance " + instanceUuid + ".");
    }
    placementsOnly = false;
    for (Claim claim : books.claimsOn(host)) {
      if (claim.instanceUuid().equals(instanceUuid)) {
        keeper()
            .claims()
            .set(
                claim.toBuilder()
                    .state(org.filterscheduler.api.ClaimState.RELEASED)
                    .expiresAt(null)
                    .build(),
                true);
      }
    }
    if (record.listed().containsKey(instanceUuid)) {
      // No sign of life: what is simulated must not bring a dead host back.
      keeper()
          .register(
              without(record.report(), instanceUuid),
              record.position(),
              record.formerBoots(),
              at());
    }
  }

  private static HostReport without(HostReport report, String instanceUuid) {
    HostReport.Builder builder = report.toBuilder();
    List<InstanceAllocation> others = new ArrayList<>();
    for (InstanceAllocation instance : report.instances()) {
      if (instance.instanceUuid().equals(instanceUuid)) {
        instance.resources().forEach((resource, amount) -> builder.usedLess(resource, amount));
      } else {
        others.add(instance);
      }
    }
    return builder.instances(others).numInstances(Math.max(0, report.numInstances() - 1)).build();
  }

  @Override
  public void report(HostReport report) {
    placementsOnly = false;
    keeper().report(report.toBuilder().seenAt(at()).build(), at());
  }

  @Override
  public void removeHost(HostKey host) {
    if (books.record(host) == null) {
      throw noSuchHost(host);
    }
    placementsOnly = false;
    keeper()
        .apply(
            new InventoryEvent.OperatorChanged(
                books.sequence, at(), new OperatorChange.HostRemoved(host)));
  }

  @Override
  public long mark() {
    if (changed || marks.isEmpty()) {
      marks.put(nextMark++, new Mark(books.copy(), placements.size()));
      changed = false;
    }
    return marks.lastKey(); // nothing has changed since the last mark: it serves again
  }

  @Override
  public void rollback(long mark) {
    Mark to = marks.get(mark);
    if (to == null) {
      throw new IllegalArgumentException(
          "mark (" + mark + ") must be one of this fork that was not rolled back yet.");
    }
    books = to.books().copy(); // the mark stays, and may be rolled back to again
    placements.subList(to.placements(), placements.size()).clear();
    marks.tailMap(mark, false).clear();
    changed = false;
  }

  private BookKeeper keeper() {
    changed = true;
    return new BookKeeper(books, origin.settings(), origin.bookings());
  }

  private static IllegalArgumentException noSuchHost(HostKey host) {
    return new IllegalArgumentException("There is no host " + host + ". Maybe it was removed?");
  }
}
