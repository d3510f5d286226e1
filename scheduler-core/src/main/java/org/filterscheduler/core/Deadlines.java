package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;

/*
 * When something changes by itself: a silent service goes down, a claim expires, an ended claim is
 * forgotten. Entries are never taken back; one that is due is looked up again, and what has changed
 * since is left alone. Not safe for several threads.
 */
final class Deadlines {
  enum Kind {
    SERVICE,
    CLAIM,
    MEMORY
  }

  record Deadline(Instant at, Kind kind, String id) {}

  private final PriorityQueue<Deadline> queue =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));
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
    Duration downTime = settings.serviceDownTime();
    Instant up = seen.minus(downTime);
    if (up.isAfter(now)) {
      queue.add(new Deadline(up, Kind.SERVICE, host));
    }
    queue.add(new Deadline(seen.plus(downTime).plusNanos(1), Kind.SERVICE, host));
  }

  void claim(Claim claim, Instant now) {
    if (claim.state() == ClaimState.PENDING) {
      claim.expiresAt().ifPresent(at -> queue.add(new Deadline(at, Kind.CLAIM, claim.id())));
    } else if (!claim.state().active()) {
      queue.add(new Deadline(now.plus(settings.claimMemory()), Kind.MEMORY, claim.id()));
    }
  }

  Instant next() {
    Deadline first = queue.peek();
    return first == null ? Instant.MAX : first.at();
  }

  /** Takes all that is due out of the queue. */
  List<Deadline> due(Instant now) {
    List<Deadline> due = new ArrayList<>();
    while (!next().isAfter(now)) {
      due.add(queue.remove());
    }
    return due;
  }

  void putBack(List<Deadline> deadlines) {
    queue.addAll(deadlines);
  }
}
