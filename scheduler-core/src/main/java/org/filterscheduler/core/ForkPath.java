package org.filterscheduler.core;

import java.util.List;
import java.util.function.Supplier;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestSpec;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request by the index of a fork: one of several requests, one for several instances, or
 * one that is only asked.
 */
final class ForkPath {
  private final Decider decider;
  private final Decision decision;
  private final Guard guard;
  private @Nullable Prepared before;
  private @Nullable Supplier<Trail> trail; // of the instance before
  private @Nullable BitTree survivors;

  ForkPath(Decider decider, Decision decision) {
    this.decider = decider;
    this.decision = decision;
    // Of its own: what fails here the plain path meets too, and tells of it.
    this.guard = new Guard(decider.policy().quirks().failuresFailRequests());
  }

  /**
   * Decides all instances of a request.
   *
   * @return whether all have a host; null, and nothing done, if only the plain path can tell
   */
  @Nullable Boolean decide(RequestSpec request) {
    List<Instance> instances = Instance.of(request, decider.policy().quirks());
    long start = instances.size() > 1 ? decision.fork().mark() : 0;
    int placed = decision.placed().size();
    for (int i = 0; i < instances.size(); i++) {
      Boolean decided = decide(instances.get(i), i + 1 < instances.size());
      if (decided == null && i > 0) {
        decision.fork().rollback(start);
        decision.placed().subList(placed, decision.placed().size()).clear();
      }
      if (decided == null || !decided) {
        return decided;
      }
    }
    return true;
  }

  private @Nullable Boolean decide(Instance instance, boolean more) {
    FastPath fast = decider.fast();
    Scene scene = new Scene(decision.fork(), decision.scene().reads(), guard);
    Prepared prepared = fast.prepare(instance, before, scene);
    if (prepared == null) {
      return null;
    }
    boolean first = before == null;
    FastPath.Found found = fast.search(prepared, instance, decision.fork(), survivors, more);
    if (found.outcome() == Search.Outcome.PLAIN) {
      return null;
    }
    Supplier<Trail> present = repeated(instance, prepared);
    HostRecord host = found.host();
    if (host == null) {
      decision.refuse(new Refusal(present, () -> present.get().outline()));
      return false;
    }
    // Later instances have checks in force that were evaluated for the first one only.
    Limits limits =
        first
            ? guard.limitsOfPassing(prepared.steps(), host.state())
            : guard.limits(prepared.steps(), host.state());
    if (limits == null || !decider.book(instance, host.key(), limits, decision)) {
      return null;
    }
    decision.place(
        new Decision.Placed(
            instance, () -> present.get().way(), host.key(), limits, prepared.steps(), first));
    before = prepared;
    trail = present;
    survivors = found.survivors();
    return true;
  }

  /** Returns what decides once more on the fork as it now is, to tell why. */
  private Supplier<Trail> repeated(Instance instance, Prepared prepared) {
    Snapshot present = decision.fork().frozen();
    return decider.pipeline().repeated(instance, prepared, trail, () -> present);
  }
}
