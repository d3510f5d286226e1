package org.filterscheduler.core;

import com.google.common.base.Suppliers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request for one instance on the present books themselves, where nothing has to be
 * copied, and claims what was decided. The rules are those of {@link Claimer}: a claim is committed
 * only if the host and all that was read are as the decision saw them; else the checks are
 * evaluated anew.
 */
final class LivePath {
  private static final int DECISIONS = 10;
  private static final int RECHECKS = 10;

  private final DefaultInventory inventory;
  private final Ledger ledger;
  private final Decider decider;
  private final FastPath fast;
  private final Instance instance;
  private final Watch watch;

  /** What was prepared, and what that read. */
  private record Basis(Prepared prepared, LiveState state, Reads reads, Guard guard) {
    boolean holdsIn(Books books) {
      return FastPath.isSame(reads, state, books);
    }
  }

  private LivePath(DefaultInventory inventory, Decider decider, RequestSpec request, Watch watch) {
    this.inventory = inventory;
    this.ledger = inventory.ledger();
    this.decider = decider;
    this.fast = decider.fast();
    this.instance = Instance.first(request, decider.policy().quirks());
    this.watch = watch;
  }

  /** Places a request; null if it has to be placed on a snapshot. */
  static @Nullable SchedulingResult claim(
      DefaultInventory inventory, Decider decider, List<RequestSpec> requests, Watch watch) {
    if (inventory.hasBookings()
        || requests.size() > 1
        || decider.policy().engine().mode() != Policy.Mode.FAST
        || requests.get(0).numInstances() > 1
        || !decider.fast().takes(requests.get(0))) {
      return null;
    }
    try {
      return new LivePath(inventory, decider, requests.get(0), watch).claim();
    } catch (ClaimException e) {
      if (e.code() == ClaimException.Code.CLAIM_ID_TAKEN) {
        return null; // the same request was quicker: its claims are found on a snapshot
      }
      throw e;
    }
  }

  private @Nullable SchedulingResult claim() {
    for (int decisions = 0; decisions < DECISIONS; decisions++) {
      Instant now = ledger.takenOver();
      if (instance.claimId() != null && isKnown(instance.claimId())) {
        return null; // it was delivered before
      }
      Guard guard = new Guard(decider.policy().quirks().failuresFailRequests());
      Basis basis = prepare(now, guard);
      if (basis == null) {
        return null;
      }
      FastPath.Found found = search(basis);
      if (found.moment() == null || found.outcome() == Search.Outcome.PLAIN) {
        return null;
      }
      HostRecord host = found.host();
      SchedulingResult result =
          host == null
              ? refuse(basis, found.moment(), now)
              : claim(host.state(), basis, found.moment(), now);
      if (result != null) {
        watch.decides(guard, found.hosts());
        return result;
      }
      if (guard.hasFaults()) {
        return null; // the plain path meets the fault too, and tells of it
      }
    }
    return null;
  }

  private boolean isKnown(String claimId) {
    return ledger.read(books -> books.claims.containsKey(claimId));
  }

  private @Nullable Basis prepare(Instant now, Guard guard) {
    LiveState state = new LiveState(ledger, now);
    Reads reads = new Reads();
    Prepared prepared = fast.prepare(instance, null, new Scene(state, reads, guard));
    return prepared == null ? null : new Basis(prepared, state, reads, guard);
  }

  private FastPath.Found search(Basis basis) {
    FastPath.Tools tools = FastPath.tools();
    try {
      return FastPath.plan(basis.prepared(), null, tools.plan)
          ? fast.search(tools, instance.request(), basis.reads(), basis.state())
          : FastPath.Found.PLAIN;
    } finally {
      tools.clear();
    }
  }

  private SchedulingResult refuse(Basis basis, Moment moment, Instant now) {
    Supplier<Trail> trail = trail(basis.prepared(), moment, now);
    Supplier<Explanation> outline =
        Suppliers.memoize(() -> outline(basis.prepared(), moment, trail));
    Refusal refusal = new Refusal(trail, outline);
    watch.refused(refusal);
    return Results.refused(refusal, decider.pipeline());
  }

  private Explanation outline(Prepared prepared, Moment moment, Supplier<Trail> trail) {
    Explanation counts = Census.of(instance.request(), prepared, ledger.booksAt(moment));
    return counts == null ? trail.get().outline() : counts;
  }

  /** Returns what decides once more on the hosts as they then were; computed at most once. */
  private Supplier<Trail> trail(Prepared prepared, Moment moment, Instant at) {
    DefaultInventory hosts = inventory;
    return decider
        .pipeline()
        .repeated(instance, prepared, null, () -> hosts.snapshotOf(moment, at));
  }

  /** Claims the host; null if it has to be decided anew. */
  private @Nullable SchedulingResult claim(
      HostState chosen, Basis decided, Moment moment, Instant now) {
    HostState host = chosen;
    Basis basis = decided;
    for (int rechecks = 0; rechecks <= RECHECKS; rechecks++) {
      Limits limits = basis.guard().limitsOfPassing(basis.prepared().steps(), host);
      if (limits == null) {
        return null;
      }
      Decision.Placed placed = placed(host.key(), limits, decided, moment, now);
      Optional<Claim> claim = commit(placed, host, basis, now);
      if (claim.isPresent()) {
        return Results.scheduled(placed, claim.get());
      }
      watch.conflicted(placed);
      basis = present(basis);
      host = basis == null ? null : passing(host.key(), basis);
      if (basis == null || host == null) {
        return null;
      }
    }
    return null;
  }

  private Decision.Placed placed(
      HostKey host, Limits limits, Basis basis, Moment moment, Instant now) {
    Supplier<Trail> trail = trail(basis.prepared(), moment, now);
    return new Decision.Placed(
        instance, () -> trail.get().way(), host, limits, basis.prepared().steps(), true);
  }

  private Optional<Claim> commit(Decision.Placed placed, HostState host, Basis basis, Instant now) {
    Placement placement =
        instance.on(placed.host(), placed.limits(), decider.policy().quirks(), true);
    Claim claim = placement.claim(now, inventory.settings().claimTimeout());
    return inventory.commit(claim, host, now, basis::holdsIn)
        ? Optional.of(claim)
        : Optional.empty();
  }

  /**
   * Returns what is prepared on the present state: the same as before, unless what was read
   * differs.
   */
  private @Nullable Basis present(Basis basis) {
    boolean same = ledger.read(books -> !basis.reads().readsNow() && basis.holdsIn(books));
    return same ? basis : prepare(ledger.takenOver(), basis.guard());
  }

  /** Returns the present state of a host; null if it does not pass any more. */
  private @Nullable HostState passing(HostKey key, Basis basis) {
    HostState host = ledger.read(books -> Optional.ofNullable(books.state(key))).orElse(null);
    if (host == null) {
      return null;
    }
    for (Step step : basis.prepared().steps()) {
      if (!basis.guard().passes(step, host)) {
        return null;
      }
    }
    return host;
  }
}
