package org.filterscheduler.core;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.HostCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plain path: asks every host, weighs every survivor, sorts, takes the first. It is the
 * specification; whatever is faster has to give the same answer.
 */
final class Pipeline {
  // Under the name of the interface: what operators know to switch on.
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);

  private final Policy policy;
  private final Weighing weighing;

  Pipeline(Policy policy) {
    this.policy = policy;
    this.weighing = new Weighing(policy.weighers());
  }

  Policy policy() {
    return policy;
  }

  /**
   * Finds the hosts that can take an instance, best first.
   *
   * @param before the way of the instance before in the same request; null for the first
   */
  Trail decide(Instance instance, @Nullable Trail before, Scene scene) {
    Trail trail = rank(instance, before, scene);

    // The draw, last: it needs the order, and the instances that follow start from its result.
    draw(trail);
    return trail;
  }

  /**
   * Prepares all filters and weighers for an instance.
   *
   * @param before the same of the instance before in the same request; null for the first
   */
  Prepared prepare(Instance instance, @Nullable Prepared before, Scene scene) {
    List<Step> steps = List.of();
    if (!instance.isForced()) {
      steps = new ArrayList<>(policy.filters().size());
      try (RecordingView view = new RecordingView(scene.state(), scene.reads())) {
        for (int i = 0; i < policy.filters().size(); i++) {
          Policy.Filter filter = policy.filters().get(i);
          steps.add(
              before == null || !filter.traits().oncePerRequest()
                  ? prepare(filter, instance, scene.guard(), view)
                  : before.filters().get(i));
        }
      }
    }
    return new Prepared(PreSelection.of(instance.seen()), steps, weighers(instance, scene));
  }

  private List<PreparedWeigher> weighers(Instance instance, Scene scene) {
    // What weighers read need not be noted: it need not hold any more when the host is claimed.
    try (RecordingView view = new RecordingView(scene.state(), new Reads())) {
      return weighing.prepare(instance, view, scene.guard());
    }
  }

  /**
   * Returns what decides once more, with the same checks and scores, to tell why; at most once.
   *
   * @param before the same of the instance before in the same request; null for the first
   * @param hosts the hosts as they were for the decision
   */
  Supplier<Trail> repeated(
      Instance instance,
      Prepared prepared,
      @Nullable Supplier<Trail> before,
      Supplier<Snapshot> hosts) {
    return Suppliers.memoize(
        () -> {
          Scene scene = new Scene(hosts.get(), new Reads(), new Guard(false));
          return repeat(instance, prepared, before == null ? null : before.get(), scene);
        });
  }

  private Trail repeat(Instance instance, Prepared prepared, @Nullable Trail before, Scene scene) {
    Trail trail = new Trail(instance, before, scene);
    for (Step step : prepared.preSelection()) {
      trail.putInForce(step);
      take(step, trail, scene.guard());
    }
    for (Step step : prepared.filters()) {
      trail.putInForce(step); // also what no host reaches: a refusal says what it would have asked
      if (before == null || !step.once()) {
        take(step, trail, scene.guard());
      }
    }
    trail.rank(Weighing.rank(trail, prepared.weighers(), scene.guard()));
    draw(trail);
    return trail;
  }

  /** Ranks the hosts that can take an instance, without the draw among the best. */
  Trail rank(Instance instance, @Nullable Trail before, Scene scene) {
    Guard guard = scene.guard();
    Trail trail = new Trail(instance, before, scene);
    if (LOG.isDebugEnabled()) {
      LOG.debug("Starting with {} host(s)", trail.left().size());
    }

    // 1. What the request itself says: names first, for they are cheap and leave few hosts.
    preSelect(trail, guard);

    // 2. The filters, in the configured order, each on the survivors of the one before: operators
    //    put cheap and selective ones first. A filter that no host reaches is not even prepared.
    filter(trail, scene);

    // 3. The weighers, over the survivors only: normalised weights depend on who is compared.
    weigh(trail, guard);
    return trail;
  }

  private static void preSelect(Trail trail, Guard guard) {
    for (Step step : PreSelection.of(trail.instance().seen())) {
      trail.putInForce(step);
      take(step, trail, guard);
    }
  }

  private void filter(Trail trail, Scene scene) {
    if (trail.instance().isForced()) {
      return; // the operator knows better, even than a filter that would find the host down
    }
    for (Policy.Filter filter : policy.filters()) {
      if (trail.left().isEmpty()) {
        return;
      }
      if (runs(filter, trail.instance())) {
        Step step = prepare(filter, trail.instance(), scene);
        trail.putInForce(step);
        take(step, trail, scene.guard());
      } else {
        find(filter, trail.before()).ifPresent(trail::putInForce);
      }
    }
  }

  private static void take(Step step, Trail trail, Guard guard) {
    if (trail.left().isEmpty()) {
      return;
    }
    trail.take(step, host -> guard.passes(step, host));
    if (LOG.isDebugEnabled()) {
      LOG.debug("Filter {} returned {} host(s)", step.name(), trail.left().size());
    }
    if (LOG.isTraceEnabled()) {
      Guard reasons = guard.afterwards(trail.known());
      List<Trail.Taken> taken = trail.taken();
      for (HostState host : taken.get(taken.size() - 1).rejected()) {
        LOG.trace("{} rejects {}: {}", step.name(), host, reasons.rejection(step, host));
      }
    }
  }

  private static boolean runs(Policy.Filter filter, Instance instance) {
    return instance.seen().index() == 0 || !filter.traits().oncePerRequest();
  }

  private static Step prepare(Policy.Filter filter, Instance instance, Scene scene) {
    try (RecordingView view = new RecordingView(scene.state(), scene.reads())) {
      return prepare(filter, instance, scene.guard(), view);
    }
  }

  private static Step prepare(
      Policy.Filter filter, Instance instance, Guard guard, RecordingView view) {
    if (instance.isRebuild() && !filter.traits().onRebuild()) {
      return new Step(filter.name(), true, HostCheck.everything());
    }
    HostCheck check = guard.prepare(filter, instance.seen(), view);
    return check == HostCheck.everything()
        ? filter.nothingToAsk()
        : new Step(filter.name(), true, filter.traits().oncePerRequest(), check);
  }

  private static Optional<Step> find(Policy.Filter filter, List<Step> steps) {
    for (Step step : steps) {
      if (step.filter() && step.name().equals(filter.name())) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private void weigh(Trail trail, Guard guard) {
    boolean compared = trail.left().size() > 1; // as in Nova: else the weighers are not even asked
    Scene scene = new Scene(trail.state(), new Reads(), guard);
    List<PreparedWeigher> weighers = compared ? weighers(trail.instance(), scene) : List.of();
    trail.rank(Weighing.rank(trail, weighers, guard));
    if (LOG.isDebugEnabled() && !trail.ranking().isEmpty()) {
      LOG.debug("Weighed {}", trail.ranking().hosts());
    }
  }

  /**
   * One draw, and only where there is a choice: among the best, or those of the same best weight.
   */
  private void draw(Trail trail) {
    Ranking ranking = trail.ranking();
    int equals = policy.shuffleBest() ? ranking.best() : 1;
    int bound = Math.min(Math.max(policy.hostSubsetSize(), equals), ranking.hosts().size());
    if (bound > 1) {
      ranking.moveToFront(Draw.below(bound, trail.instance().request()));
    }
  }

  /**
   * Prepares anew all that a host has to pass to take an instance.
   *
   * @param before the same of the instance before in the same request; empty for the first
   */
  List<Step> prepareAll(Instance instance, List<Step> before, Scene scene) {
    List<Step> steps = new ArrayList<>(PreSelection.of(instance.seen()));
    if (!instance.isForced()) {
      for (Policy.Filter filter : policy.filters()) {
        (runs(filter, instance)
                ? Optional.of(prepare(filter, instance, scene))
                : find(filter, before))
            .ifPresent(steps::add);
      }
    }
    return steps;
  }

  /** Returns all that a host has to pass, also the filters that a decision did not come to. */
  List<Step> complete(Trail trail, Guard guard) {
    List<Step> steps = new ArrayList<>(PreSelection.of(trail.instance().seen()));
    Scene scene = new Scene(trail.state(), new Reads(), guard);
    if (!trail.instance().isForced()) {
      for (Policy.Filter filter : policy.filters()) {
        find(filter, trail.inForce())
            .or(() -> unreached(filter, trail, scene))
            .ifPresent(steps::add);
      }
    }
    return steps;
  }

  private static Optional<Step> unreached(Policy.Filter filter, Trail trail, Scene scene) {
    return runs(filter, trail.instance())
        ? Optional.of(prepare(filter, trail.instance(), scene))
        : find(filter, trail.before());
  }
}
