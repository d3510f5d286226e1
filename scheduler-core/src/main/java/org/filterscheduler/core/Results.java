package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.jspecify.annotations.Nullable;

/** Puts answers together. What is only read now and then is computed when it is read. */
final class Results {
  private Results() {}

  static SchedulingResult refused(Decision decision, Pipeline pipeline) {
    return refused(Objects.requireNonNull(decision.refusal(), "refusal"), pipeline);
  }

  static SchedulingResult refused(Refusal refusal, Pipeline pipeline) {
    return new SchedulingResult.NoValidHost(
        () -> {
          Trail trail = refusal.trail().get();
          return new Explainer(pipeline, trail, trail.afterwards()).explain();
        },
        refusal.outline());
  }

  /** Returns the answer for what was claimed: a claim for each instance but those of rebuilds. */
  static SchedulingResult scheduled(Decision decision, List<Claim> claims) {
    Iterator<Claim> next = claims.iterator();
    List<Selection> selections = new ArrayList<>();
    for (Decision.Placed placed : decision.placed()) {
      selections.add(selection(placed, placed.instance().isRebuild() ? null : next.next()));
    }
    return new SchedulingResult.Scheduled(selections);
  }

  /** Returns the answer for what is only asked. */
  static SchedulingResult unclaimed(Decision decision) {
    List<Selection> selections = new ArrayList<>();
    for (Decision.Placed placed : decision.placed()) {
      selections.add(selection(placed, null));
    }
    return new SchedulingResult.Scheduled(selections);
  }

  /** Returns the answer for one instance that was claimed. */
  static SchedulingResult scheduled(Decision.Placed placed, Claim claim) {
    return new SchedulingResult.Scheduled(List.of(selection(placed, claim)));
  }

  private static Selection selection(Decision.Placed placed, @Nullable Claim claim) {
    Supplier<Trail.Way> computed = placed.way();
    return Selection.of(
        placed.instance().request(),
        placed.host(),
        claim,
        claim == null ? placed.limits() : claim.limits(), // the claim's are of the present
        () -> {
          Trail.Way way = computed.get();
          return Explainer.explain(way, way.guard().afterwards(way.known()));
        });
  }

  /** Returns the answer to requests whose claims are there already. */
  static SchedulingResult delivered(List<Instance> instances, List<Claim> claims) {
    List<Selection> selections = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      RequestSpec request = instances.get(i).request();
      RankedHost only = new RankedHost(claim.host(), 0, List.of(), claim.limits());
      selections.add(
          Selection.of(
              request,
              claim.host(),
              claim,
              claim.limits(),
              () -> Explanation.builder(request).ranking(List.of(only)).build()));
    }
    return new SchedulingResult.Scheduled(selections);
  }
}
