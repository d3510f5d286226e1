package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.jspecify.annotations.Nullable;

/**
 * Decides on snapshots and claims what was decided.
 *
 * <p>The inventory commits a claim only if neither its hosts nor anything that filters read has
 * changed since the snapshot. Where something has, every check is evaluated on the present state of
 * the chosen hosts, prepared anew if what was read differs; the claim is tried again with that
 * state. So no host takes an instance that the filters would reject at that moment, there is one
 * implementation of each rule, and no plug-in runs under a lock.
 */
final class Claimer {
  private static final int DECISIONS = 10;
  private static final int RECHECKS = 10;

  private final DefaultInventory inventory;
  private final Decider decider;

  Claimer(DefaultInventory inventory, Decider decider) {
    this.inventory = inventory;
    this.decider = decider;
  }

  /** Places requests, all or none. */
  SchedulingResult claim(List<RequestSpec> requests, Watch watch) {
    checkClaimIds(requests);
    SchedulingResult live = LivePath.claim(inventory, decider, requests, watch);
    return live == null ? claimOnSnapshots(requests, watch) : live;
  }

  private SchedulingResult claimOnSnapshots(List<RequestSpec> requests, Watch watch) {
    HostKey last = HostKey.of("none");
    inventory.advance(); // a restored inventory takes over with its first decision
    for (int decisions = 0; decisions < DECISIONS; decisions++) {
      if (decider.policy().engine().mode() == Policy.Mode.FAST) {
        decider.fast().freshen();
      }
      Snapshot snapshot = inventory.snapshot();
      Optional<SchedulingResult> delivered = delivered(requests);
      if (delivered.isPresent()) {
        return delivered.get();
      }
      Decision decision = decider.newDecision(snapshot.fork());
      watch.decides(decision.scene().guard(), snapshot.books().hostCount());
      decider.decide(requests, decision);
      if (decision.refusal() != null) {
        watch.refused(decision.refusal());
        return Results.refused(decision, decider.pipeline());
      }
      try {
        Optional<List<Claim>> claims = commit(decision, watch);
        if (claims.isPresent()) {
          return Results.scheduled(decision, claims.get());
        }
      } catch (ClaimException e) {
        return quicker(requests, e);
      }
      last = decision.placed().get(0).host();
    }
    return new SchedulingResult.Conflict(DECISIONS, last);
  }

  private static void checkClaimIds(List<RequestSpec> requests) {
    if (requests.size() == 1 && requests.get(0).claimIds().size() < 2) {
      return;
    }
    Set<String> ids = new HashSet<>();
    for (RequestSpec request : requests) {
      for (String id : request.claimIds()) {
        if (!ids.add(id)) {
          throw new IllegalArgumentException(
              "The claim id " + id + " must not be asked for twice. Give each instance its own.");
        }
      }
    }
  }

  /** Returns the answer to requests that were delivered before: their claims are all there. */
  private Optional<SchedulingResult> delivered(List<RequestSpec> requests) {
    List<Instance> instances = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (RequestSpec request : requests) {
      if (request.claimIds().isEmpty()) {
        return Optional.empty();
      }
      for (Instance instance : Instance.of(request, decider.pipeline().policy().quirks())) {
        Optional<Claim> claim = delivered(instance);
        if (claim.isEmpty()) {
          return Optional.empty();
        }
        instances.add(instance);
        claims.add(claim.get());
      }
    }
    return Optional.of(Results.delivered(instances, claims));
  }

  private Optional<Claim> delivered(Instance instance) {
    Optional<Claim> claim =
        Optional.ofNullable(instance.claimId())
            .flatMap(inventory::findClaim)
            .filter(one -> one.instanceUuid().equals(instance.request().instanceUuid()));
    claim.ifPresent(one -> ClaimSteps.checkActive(one, "made again"));
    return claim;
  }

  /** The same request came twice at once, and the other one was quicker: that is no error. */
  private SchedulingResult quicker(List<RequestSpec> requests, ClaimException e) {
    if (e.code() != ClaimException.Code.CLAIM_ID_TAKEN) {
      throw e;
    }
    return delivered(requests).orElseThrow(() -> e);
  }

  private Optional<List<Claim>> commit(Decision decision, Watch watch) {
    Decision present = decision;
    for (int rechecks = 0; present != null && rechecks <= RECHECKS; rechecks++) {
      Optional<List<Claim>> claims = commit(present);
      if (claims.isPresent()) {
        return claims;
      }
      watch.conflicted(present.placed().get(0));
      present = recheck(present, inventory.snapshot());
    }
    return Optional.empty();
  }

  private Optional<List<Claim>> commit(Decision decision) {
    if (!decision.isClaimed()) {
      return Optional.of(List.of());
    }
    Fork fork = decider.committable(decision);
    return fork == null ? Optional.empty() : inventory.commit(fork, decision.scene().reads());
  }

  /** Evaluates what was decided on the present state; null if it does not hold any more. */
  private @Nullable Decision recheck(Decision stale, Snapshot now) {
    Reads reads = stale.scene().reads();
    boolean same = !reads.readsNow() && reads.sameIn(stale.fork().base(), now.books());
    Decision present = new Decision(now.fork(), same ? reads : new Reads(), stale.scene().guard());
    List<Step> before = List.of();
    Map<HostKey, HostState> untouched = Map.of();
    for (int i = 0; i < stale.placed().size(); i++) {
      Decision.Placed placed = stale.placed().get(i);
      if (placed.restart()) {
        before = List.of();
        untouched = untouched(stale.placed(), i, present.fork());
      }
      List<Step> steps =
          same
              ? placed.steps()
              : decider.pipeline().prepareAll(placed.instance(), before, present.scene());
      Limits limits = recheck(placed, steps, untouched, present);
      if (limits == null) {
        return null;
      }
      present.place(placed.with(limits, steps));
      before = steps;
    }
    return present;
  }

  /** Returns the hosts of the request that begins here, before any instance of it is booked. */
  private static Map<HostKey, HostState> untouched(
      List<Decision.Placed> placed, int begin, Fork fork) {
    Map<HostKey, HostState> hosts = new HashMap<>();
    for (int i = begin; i < placed.size() && (i == begin || !placed.get(i).restart()); i++) {
      fork.host(placed.get(i).host()).ifPresent(host -> hosts.put(host.key(), host));
    }
    return hosts;
  }

  /**
   * Returns the present limits of the host, after booking it; null if it does not pass. What runs
   * once per request never saw the request's own instances, and does not see them here.
   */
  private @Nullable Limits recheck(
      Decision.Placed placed,
      List<Step> steps,
      Map<HostKey, HostState> untouched,
      Decision present) {
    Guard guard = present.scene().guard();
    HostState host = present.fork().host(placed.host()).orElse(null);
    if (host == null) {
      return null;
    }
    for (Step step : steps) {
      HostState seen = step.once() ? untouched.getOrDefault(host.key(), host) : host;
      if (!guard.passes(step, seen)) {
        return null;
      }
    }
    Limits limits = guard.limits(steps, host);
    boolean booked =
        limits != null
            && (placed.instance().isRebuild()
                || decider.book(placed.instance(), host.key(), limits, present));
    return booked ? limits : null;
  }
}
