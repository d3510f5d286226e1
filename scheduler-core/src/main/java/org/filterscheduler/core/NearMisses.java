package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;

/** Finds the hosts that lack the least: what an operator would change first. */
final class NearMisses {
  private static final int MOST = 5;

  /**
   * A host with what keeps it away.
   *
   * @param miss what the explanation says of it
   * @param obstacles how many steps reject it
   * @param shortfall how much of what was needed is missing, as a part of it
   * @param position where the host stands
   */
  private record Candidate(
      Explanation.NearMiss miss, int obstacles, double shortfall, long position) {
    static final Comparator<Candidate> NEAREST_FIRST =
        Comparator.comparingInt(Candidate::obstacles)
            .thenComparingDouble(Candidate::shortfall)
            .thenComparingLong(Candidate::position);
  }

  private NearMisses() {}

  /**
   * Returns the nearest: first hosts that a single step rejects, among them first those that lack
   * the smallest part of an amount, then those to which it is no matter of an amount.
   */
  static List<Explanation.NearMiss> of(
      List<Trail.Rejection> rejections, List<Step> steps, ClusterState state, Guard guard) {
    List<Candidate> candidates = new ArrayList<>();
    for (Trail.Rejection rejection : rejections) {
      Reason reason = Explainer.reason(rejection, guard);
      if (!rejection.step().filter() && reason.shortfall() == null) {
        continue; // the caller itself ruled it out
      }
      candidates.add(
          new Candidate(
              new Explanation.NearMiss(rejection.host().key(), rejection.step().name(), reason),
              1 + others(rejection, steps, state, guard),
              guard.relativeShortfall(rejection, reason),
              rejection.host().description().position()));
    }
    return candidates.stream()
        .sorted(Candidate.NEAREST_FIRST)
        .limit(MOST)
        .map(Candidate::miss)
        .toList();
  }

  /** Returns how many other steps reject the host as it now is. */
  private static int others(
      Trail.Rejection rejection, List<Step> steps, ClusterState state, Guard guard) {
    Optional<HostState> present = state.host(rejection.host().key());
    int count = 0;
    for (Step step : steps) {
      boolean other = !step.name().equals(rejection.step().name());
      if (other && present.isPresent() && guard.rejection(step, present.get()) != null) {
        count++;
      }
    }
    return count;
  }
}
