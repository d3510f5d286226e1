package org.filterscheduler.examples.replay.run;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;

/** Finds out all about one decision, and claims nothing. */
public final class Inquiry {
  /**
   * What was found out.
   *
   * @param request the request
   * @param placed whether all its instances would be placed
   * @param answer the answer as one line
   * @param explanation the decision for the instance that was refused, or for the first
   * @param whatIf changes of the request that would help; empty where it would be placed
   */
  public record Findings(
      RequestSpec request,
      boolean placed,
      String answer,
      Explanation explanation,
      List<WhatIf> whatIf) {
    /** Copies the list. */
    public Findings {
      whatIf = List.copyOf(whatIf);
    }
  }

  /**
   * A change of a request, and what it would bring.
   *
   * @param change the change
   * @param hosts how many hosts would pass
   * @param best the best of them
   */
  public record WhatIf(String change, int hosts, String best) {}

  private final FilterScheduler scheduler;

  /**
   * Creates an inquiry.
   *
   * @param scheduler the scheduler that decides
   */
  public Inquiry(FilterScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Asks about a request on the present state of the inventory.
   *
   * @param request the request
   */
  public Findings about(RequestSpec request) {
    ClusterFork state = scheduler.inventory().snapshot().fork();
    SchedulingResult result = scheduler.dryRun(request, state);
    int refused = result.refusal().map(why -> why.request().index()).orElse(0);
    placeFirst(refused, request, state);
    RequestSpec instance = instance(refused, request);
    Explanation explanation = scheduler.explain(instance, state);
    boolean placed = result.scheduled().isPresent();
    return new Findings(
        request,
        placed,
        result.message(),
        explanation,
        placed ? List.of() : whatIf(instance, state));
  }

  /** Brings about what the refused instance saw: the instances before it are placed. */
  private void placeFirst(int number, RequestSpec request, ClusterFork state) {
    if (number == 0) {
      return;
    }
    RequestSpec before =
        request.toBuilder().instanceUuids(request.instanceUuids().subList(0, number)).build();
    List<Selection> selections =
        scheduler.dryRun(before, state).scheduled().orElseThrow().selections();
    for (int i = 0; i < number; i++) {
      state.place(instance(i, request), selections.get(i).host());
    }
  }

  private static RequestSpec instance(int index, RequestSpec request) {
    String uuid =
        request.instanceUuids().isEmpty()
            ? request.instanceUuid()
            : request.instanceUuids().get(index);
    return request.toBuilder().instanceUuid(uuid).instanceUuids(List.of(uuid)).build();
  }

  private List<WhatIf> whatIf(RequestSpec request, ClusterState state) {
    List<WhatIf> found = new ArrayList<>();
    for (Variation variation : Variation.of(request)) {
      Explanation explanation = scheduler.explain(variation.request(), state);
      if (!explanation.ranking().isEmpty()) {
        found.add(
            new WhatIf(
                variation.change(),
                explanation.ranking().size(),
                explanation.ranking().get(0).host().toString()));
      }
    }
    return found;
  }
}
