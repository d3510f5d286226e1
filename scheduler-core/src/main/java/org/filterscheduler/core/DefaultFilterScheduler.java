package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.jspecify.annotations.Nullable;

/** The one scheduler: a policy that can be swapped, over an inventory that may be shared. */
final class DefaultFilterScheduler implements FilterScheduler {
  private final DefaultInventory inventory;
  private final Function<SchedulerConfiguration, Policy> policies;
  private final Watch.Witnesses witnesses;
  // Read once per call: a call ends under the policy that it began with.
  private volatile Decider decider;

  DefaultFilterScheduler(
      DefaultInventory inventory,
      Function<SchedulerConfiguration, Policy> policies,
      Policy policy,
      Watch.Witnesses witnesses) {
    this.inventory = inventory;
    this.policies = policies;
    this.witnesses = witnesses;
    this.decider = new Decider(new Pipeline(policy), inventory.ledger());
  }

  @Override
  public SchedulingResult select(RequestSpec request) {
    Objects.requireNonNull(request, "request");
    return place(List.of(whole(request)));
  }

  @Override
  public SchedulingResult selectAll(List<RequestSpec> requests) {
    List<RequestSpec> all = new ArrayList<>(requests.size());
    requests.forEach(request -> all.add(whole(request)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("requests must be at least one.");
    }
    return place(all);
  }

  private SchedulingResult place(List<RequestSpec> requests) {
    Watch watch = new Watch(witnesses, requests);
    try {
      SchedulingResult result = answer(requests, decider, watch);
      watch.answered(result);
      return result;
    } catch (RuntimeException e) {
      watch.failed(e);
      throw e;
    }
  }

  /**
   * What a controller sends is a whole request, also where it took it out of an explanation: else
   * no filter that runs once per request would ever judge it.
   */
  private static RequestSpec whole(RequestSpec request) {
    return request.index() == 0 ? request : request.toBuilder().index(0).build();
  }

  /** Returns the present policy. */
  Policy policy() {
    return decider.policy();
  }

  private SchedulingResult answer(List<RequestSpec> requests, Decider present, Watch watch) {
    SchedulingResult exhausted = exhausted(requests, present);
    return exhausted == null ? new Claimer(inventory, present).claim(requests, watch) : exhausted;
  }

  private static @Nullable SchedulingResult exhausted(List<RequestSpec> requests, Decider present) {
    int most = present.policy().maxAttempts();
    for (int i = 0; i < requests.size(); i++) {
      Retry retry = requests.get(i).retry().orElse(null);
      if (retry != null && retry.attempt() > most) {
        return new SchedulingResult.AttemptsExhausted(most, retry.failures());
      }
    }
    return null;
  }

  @Override
  public SchedulingResult dryRun(RequestSpec request, ClusterState state) {
    Objects.requireNonNull(request, "request");
    Decider present = decider;
    List<RequestSpec> requests = List.of(request);
    SchedulingResult exhausted = exhausted(requests, present);
    if (exhausted != null) {
      return exhausted;
    }
    Decision decision = present.newDecision(fork(state));
    return watched(
        decision,
        () ->
            present.decide(requests, decision).refusal() != null
                ? Results.refused(decision, present.pipeline())
                : Results.unclaimed(decision));
  }

  private static Fork fork(ClusterState state) {
    if (Objects.requireNonNull(state, "state").fork() instanceof Fork fork) {
      return fork;
    }
    throw new IllegalArgumentException(
        "state ("
            + state.getClass().getName()
            + ") must be a snapshot of an inventory of this library, or a fork of one.");
  }

  @Override
  public List<RankedHost> recommend(RequestSpec request, int most) {
    Objects.requireNonNull(request, "request");
    if (most < 1) {
      throw new IllegalArgumentException("most (" + most + ") must be 1 or more.");
    }
    Decider present = decider;
    if (exhausted(List.of(request), present) != null) {
      return List.of();
    }
    Decision decision = present.newDecision(inventory.snapshot().fork());
    return watched(decision, () -> present.recommend(whole(request), most, decision));
  }

  @Override
  public Explanation explain(RequestSpec request, ClusterState state) {
    Objects.requireNonNull(request, "request");
    Decider present = decider;
    Decision decision = present.newDecision(fork(state));
    return watched(decision, () -> present.explain(request, decision));
  }

  /** Tells of the faults of plug-ins where nothing is claimed: they are faults all the same. */
  private <T> T watched(Decision decision, Supplier<T> call) {
    try {
      return call.get();
    } catch (PluginException e) {
      witnesses.failed(e);
      throw e;
    } finally {
      witnesses.faultsOf(decision.scene().guard());
    }
  }

  @Override
  public void reconfigure(SchedulerConfiguration configuration) {
    Objects.requireNonNull(configuration, "configuration");
    Policy policy =
        policies.apply(configuration); // throws if anything is wrong: nothing has changed
    decider = new Decider(new Pipeline(policy), inventory.ledger());
  }

  @Override
  public SchedulerConfiguration configuration() {
    return decider.policy().configuration();
  }

  @Override
  public HostInventory inventory() {
    return inventory;
  }
}
