package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;
import org.jspecify.annotations.Nullable;

/*
 * When something changes by itself: a silent service goes down, a claim expires, an ended claim is
 * forgotten. One that is due is looked up again, and what has changed since is left alone; so entries
 * that no longer matter may stay for a while: they are cleared out when they are more than the others
 * and a thousand.
 *
 * Claims expire, and are forgotten, nearly always in the order in which they were made or ended: they
 * wait in rings, which cost no object per claim, and only the others in a heap. Not safe for several
 * threads.
 */
final class Deadlines {
  private static final int FEWEST_TO_CLEAR = 1_000;

  enum Kind {
    SERVICE,
    CLAIM,
    MEMORY
  }

  record Deadline(Instant at, Kind kind, String id) {}

  private final PriorityQueue<Deadline> queue =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));
  private final Deque<Claim> expiring = new ArrayDeque<>(); // by expiry
  private final Deque<Instant> ended = new ArrayDeque<>(); // when the remembered claims ended
  // Never later than when the first of them is forgotten: to know it exactly costs an object.
  private Instant forgetting = Instant.MAX;
  private int mostUncleared = FEWEST_TO_CLEAR;
  private final InventorySettings settings;

  Deadlines(InventorySettings settings) {
    this.settings = settings;
  }

  /** A service is up up to and including the down time, on both sides of its last heartbeat. */
  void service(String host, ServiceRecord service, Instant now) {
    Instant seen = service.seenAt();
    if (seen == null) {
      return;
    }
    Instant up = seen.minus(settings.serviceDownTime());
    if (up.isAfter(now)) {
      queue.add(new Deadline(up, Kind.SERVICE, host));
    }
    queue.add(new Deadline(downAt(seen), Kind.SERVICE, host));
  }

  private Instant downAt(Instant seen) {
    Duration downTime = settings.serviceDownTime();
    return seen.plus(downTime).plusNanos(1);
  }

  void claim(Claim claim, Instant now) {
    if (claim.state() == ClaimState.PENDING) {
      claim.expiresAt().ifPresent(at -> expires(claim, at));
      return;
    }
    Claim first = expiring.peek();
    if (first != null && first.id().equals(claim.id())) {
      expiring.remove();
    }
    if (!claim.state().active()) {
      ended.add(now);
      if (forgetting.equals(Instant.MAX)) {
        forgetting = now.plus(settings.claimMemory());
      }
    }
  }

  private void expires(Claim claim, Instant at) {
    Claim last = expiring.peekLast();
    if (last == null || last.expiresAt().map(before -> !before.isAfter(at)).orElse(true)) {
      expiring.add(claim);
    } else {
      queue.add(new Deadline(at, Kind.CLAIM, claim.id()));
    }
  }

  /** Lets go of what no longer matters, given the books after a change. */
  void clear(Books books) {
    while (ended.size() > books.endedCount()) {
      ended.remove();
    }
    if (size() > mostUncleared) {
      expiring.removeIf(claim -> !expires(books, claim.id(), claim.expiresAt().orElse(null)));
      queue.removeIf(deadline -> !matters(deadline, books));
      mostUncleared = 2 * size() + FEWEST_TO_CLEAR;
    }
  }

  private boolean matters(Deadline deadline, Books books) {
    if (deadline.kind() == Kind.CLAIM) {
      return expires(books, deadline.id(), deadline.at());
    }
    ServiceRecord service = books.services.get(deadline.id());
    Instant seen = service == null ? null : service.seenAt();
    return seen != null
        && (deadline.at().equals(downAt(seen))
            || deadline.at().equals(seen.minus(settings.serviceDownTime())));
  }

  private static boolean expires(Books books, String id, @Nullable Instant at) {
    Claim claim = books.claims.get(id);
    return claim != null && at != null && at.equals(claim.expiresAt().orElse(null));
  }

  /** Returns how many deadlines of services and pending claims there are. */
  int size() {
    return queue.size() + expiring.size();
  }

  /** Returns an instant up to which nothing is due; there may be nothing due then either. */
  Instant next() {
    Deadline first = queue.peek();
    Claim claim = expiring.peek();
    Instant queued = first == null ? Instant.MAX : first.at();
    Instant expiry = claim == null ? Instant.MAX : claim.expiresAt().orElse(Instant.MAX);
    return earlier(forgetting, earlier(queued, expiry));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Takes all that is due out of the queue. */
  List<Deadline> due(Instant now) {
    List<Deadline> due = new ArrayList<>();
    while (!queue.isEmpty() && !queue.element().at().isAfter(now)) {
      due.add(queue.remove());
    }
    for (Claim claim = expiring.peek(); claim != null; claim = expiring.peek()) {
      Instant at = claim.expiresAt().orElse(Instant.MAX);
      if (at.isAfter(now)) {
        break;
      }
      due.add(new Deadline(at, Kind.CLAIM, claim.id()));
      expiring.remove();
    }
    forget(now, due);
    return due;
  }

  private void forget(Instant now, List<Deadline> due) {
    Instant latest = now.minus(settings.claimMemory());
    while (!ended.isEmpty() && !ended.element().isAfter(latest)) {
      due.add(new Deadline(now, Kind.MEMORY, ""));
      ended.remove();
    }
    forgetting = ended.isEmpty() ? Instant.MAX : ended.element().plus(settings.claimMemory());
  }

  void putBack(List<Deadline> deadlines) {
    queue.addAll(deadlines);
  }
}
