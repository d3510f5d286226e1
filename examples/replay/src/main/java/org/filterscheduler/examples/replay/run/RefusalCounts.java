package org.filterscheduler.examples.replay.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts refusals by what left no host. Not safe for several threads. */
public final class RefusalCounts {
  /**
   * How many requests were refused alike.
   *
   * @param step what left no host
   * @param reason what it said most often
   * @param requests how many requests
   * @param example the id of the first of them
   */
  public record Count(String step, String reason, int requests, String example) {}

  private record Kind(String step, String reason) {}

  private final Map<Kind, Count> counts = new LinkedHashMap<>();

  /**
   * Counts a refusal.
   *
   * @param requestId the request
   * @param refusal why
   */
  public void add(String requestId, Refusal refusal) {
    counts.merge(
        new Kind(refusal.step(), refusal.reason()),
        new Count(refusal.step(), refusal.reason(), 1, requestId),
        (all, one) -> new Count(all.step(), all.reason(), all.requests() + 1, all.example()));
  }

  /** Returns the counts, the highest first. */
  public List<Count> counts() {
    return counts.values().stream()
        .sorted(
            Comparator.comparingInt(Count::requests)
                .reversed()
                .thenComparing(Count::step)
                .thenComparing(Count::reason))
        .toList();
  }

  /** Returns how many requests were refused. */
  public int total() {
    return counts.values().stream().mapToInt(Count::requests).sum();
  }
}
