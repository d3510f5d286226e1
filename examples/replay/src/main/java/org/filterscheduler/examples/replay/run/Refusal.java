package org.filterscheduler.examples.replay.run;

import java.util.List;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.SchedulingResult;

/**
 * Why a request was refused, in short.
 *
 * @param step what left no host: a filter, or a step beside the filters
 * @param reason what it said most often
 * @param nearest the hosts that lacked least, for people to read
 */
public record Refusal(String step, String reason, List<String> nearest) {
  private static final int NEAREST = 3;

  /**
   * Returns the refusal of an answer that has no host.
   *
   * @param result the answer
   */
  public static Refusal of(SchedulingResult result) {
    return result
        .refusal()
        .map(Refusal::of)
        .orElseGet(() -> new Refusal("attempts", result.message(), List.of()));
  }

  /**
   * Returns the refusal that an explanation explains.
   *
   * @param explanation the explanation, of an instance without a host
   */
  public static Refusal of(Explanation explanation) {
    List<String> nearest =
        explanation.nearestMisses().stream().limit(NEAREST).map(Object::toString).toList();
    List<Explanation.Step> steps = explanation.steps();
    if (steps.isEmpty()) {
      return new Refusal("inventory", "no-hosts", nearest);
    }
    Explanation.Step last = steps.get(steps.size() - 1);
    String reason = last.reasons().isEmpty() ? "no-hosts" : last.reasons().get(0).code();
    return new Refusal(last.name(), reason, nearest);
  }
}
