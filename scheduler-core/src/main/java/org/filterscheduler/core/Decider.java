package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.jspecify.annotations.Nullable;

/** Decides the instances of a call one after the other on one fork, each seeing those before. */
final class Decider {
  private final Pipeline pipeline;
  private final FastPath fast;
  private final Policy.Quirks quirks;

  Decider(Pipeline pipeline, Ledger ledger) {
    this.pipeline = pipeline;
    this.fast = new FastPath(pipeline, ledger);
    this.quirks = pipeline.policy().quirks();
  }

  Pipeline pipeline() {
    return pipeline;
  }

  FastPath fast() {
    return fast;
  }

  Policy policy() {
    return pipeline.policy();
  }

  /** Decides until all instances have a host, or one has none; returns the decision. */
  Decision decide(List<RequestSpec> requests, Decision decision) {
    for (RequestSpec request : requests) {
      decision.scene().guard().nextRequest();
      if (!decide(request, decision)) {
        return decision;
      }
    }
    return decision;
  }

  private boolean decide(RequestSpec request, Decision decision) {
    if (policy().engine().mode() == Policy.Mode.FAST && fast.takes(request)) {
      Boolean decided = new ForkPath(this, decision).decide(request);
      if (decided != null) {
        return decided;
      }
    }
    return decidePlainly(request, decision);
  }

  /** Returns what compares the two paths, where that is asked for and both can answer. */
  private @Nullable Verifier verifier(RequestSpec request, Decision decision) {
    if (policy().engine().mode() != Policy.Mode.VERIFY
        || request.numInstances() > 1
        || !fast.takes(request)) {
      return null;
    }
    Instance instance = Instance.first(request, quirks);
    Fork fork = decision.fork().frozen().fork();
    Scene scene = new Scene(fork, new Reads(), new Guard(quirks.failuresFailRequests()));
    Prepared prepared = fast.prepare(instance, null, scene);
    return prepared == null
        ? null
        : new Verifier(fork.books(), prepared, fast.search(prepared, instance, fork, null, false));
  }

  private boolean decidePlainly(RequestSpec request, Decision decision) {
    boolean rebuild = request.kind() == RequestKind.REBUILD;
    long start = rebuild ? decision.fork().mark() : 0;
    Trail before = null;
    Verifier verifier = verifier(request, decision);
    for (Instance instance : Instance.of(request, quirks)) {
      Trail trail = pipeline.decide(instance, before, decision.scene());
      if (verifier != null) {
        verifier.compare(trail, decision.scene().guard());
      }
      Decision.Placed placed = settle(trail, decision);
      if (placed == null) {
        decision.refuse(Refusal.of(trail));
        return false;
      }
      decision.place(placed);
      before = trail;
    }
    if (rebuild) {
      decision.fork().rollback(start); // its instances see each other, as in Nova; nobody else does
    }
    return true;
  }

  /** Takes the best host that can be booked; null if there is none. */
  private Decision.@Nullable Placed settle(Trail trail, Decision decision) {
    Guard guard = decision.scene().guard();
    while (!trail.ranking().isEmpty()) {
      HostState host = trail.ranking().hosts().get(0).host();
      Limits limits = guard.limits(trail.inForce(), host);
      if (limits == null) {
        trail.rejectFirst(Step.LIMITS);
      } else if (book(trail.instance(), host.key(), limits, decision)) {
        Trail.Way way = trail.way(); // not the trail, which has the fork: an answer may be kept
        return new Decision.Placed(
            trail.instance(), () -> way, host.key(), limits, trail.inForce(), trail.isFirst());
      } else {
        trail.rejectFirst(Step.BOOKINGS);
      }
    }
    return null;
  }

  /** Books an instance on the decision's fork; whether it could be. */
  boolean book(Instance instance, HostKey host, Limits limits, Decision decision) {
    boolean listed = !quirks.requestIsBlind();
    Placement placement = instance.on(host, limits, quirks, listed);
    boolean booked =
        decision.scene().guard().book(() -> decision.fork().place(placement), host) == null;
    return booked || instance.isRebuild(); // which has its devices already, on this very host
  }

  /**
   * Returns a fork on which the placements can be seen by everybody: those of a blind policy are
   * hidden from each other while it decides. Null if a resource refuses them now.
   */
  @Nullable Fork committable(Decision decision) {
    if (!quirks.requestIsBlind()) {
      return decision.fork();
    }
    Fork fork = decision.fork().base().fork();
    for (Decision.Placed placed : decision.placed()) {
      Placement placement = placed.instance().on(placed.host(), placed.limits(), quirks, true);
      if (!placed.instance().isRebuild()
          && decision.scene().guard().book(() -> fork.place(placement), placed.host()) != null) {
        return null;
      }
    }
    return fork;
  }

  /** Returns the best hosts for the first instance, those that refuse to book it left out. */
  List<RankedHost> recommend(RequestSpec request, int most, Decision decision) {
    Trail trail = pipeline.rank(Instance.first(request, quirks), null, decision.scene());
    List<RankedHost> best = new ArrayList<>();
    long start = decision.fork().mark();
    for (RankedHost host : Explainer.ranked(trail.way(), decision.scene().guard())) {
      if (best.size() == most) {
        break;
      }
      if (book(trail.instance(), host.host(), host.limits(), decision)) {
        best.add(host);
      }
      decision.fork().rollback(start);
    }
    return best;
  }

  /** Explains the decision for the first instance. */
  Explanation explain(RequestSpec request, Decision decision) {
    Trail trail = pipeline.decide(Instance.first(request, quirks), null, decision.scene());
    // As far as a decision goes, so that no host is named that refuses its bookings or limits; and
    // back, for what filters say of all hosts is said of them without the instance.
    long start = decision.fork().mark();
    settle(trail, decision);
    decision.fork().rollback(start);
    Guard guard = decision.scene().guard().afterwards(trail.known());
    return new Explainer(pipeline, trail, guard).explainAll();
  }

  /** Returns a decision to be made: whoever watches it knows its faults even if it fails. */
  Decision newDecision(Fork fork) {
    return new Decision(fork, new Reads(), new Guard(quirks.failuresFailRequests()));
  }
}
