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
  private final Policy.Quirks quirks;

  Decider(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.quirks = pipeline.policy().quirks();
  }

  Pipeline pipeline() {
    return pipeline;
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
    boolean rebuild = request.kind() == RequestKind.REBUILD;
    long start = rebuild ? decision.fork().mark() : 0;
    Trail before = null;
    for (Instance instance : Instance.of(request, quirks)) {
      Trail trail = pipeline.decide(instance, before, decision.scene());
      Decision.Placed placed = settle(trail, decision);
      if (placed == null) {
        decision.refuse(trail);
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
        return new Decision.Placed(trail, host.key(), limits, trail.inForce(), trail.isFirst());
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
