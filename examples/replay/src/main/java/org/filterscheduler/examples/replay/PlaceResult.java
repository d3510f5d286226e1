package org.filterscheduler.examples.replay;

import java.util.List;
import org.filterscheduler.examples.replay.run.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of requests.
 *
 * @param requests how many there were
 * @param placed how many were placed
 * @param refused how many were refused
 * @param placements one per instance, in the order of the decisions; a refused request has one
 */
record PlaceResult(int requests, int placed, int refused, List<Placement> placements) {
  /**
   * What became of an instance.
   *
   * @param request the id of its request
   * @param instance its id
   * @param host the host that it got; null where it was refused
   * @param weight the weight of the host among those that passed; null where it was refused
   * @param refusal why it was refused; null where it was placed
   */
  record Placement(
      String request,
      String instance,
      @Nullable String host,
      @Nullable Double weight,
      @Nullable Refusal refusal) {}

  PlaceResult {
    placements = List.copyOf(placements);
  }

  static PlaceResult of(int requests, List<Placement> placements) {
    int refused = (int) placements.stream().filter(row -> row.refusal() != null).count();
    return new PlaceResult(requests, requests - refused, refused, placements);
  }
}
