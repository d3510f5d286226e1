package org.filterscheduler.examples.replay.run;

import java.util.List;

/**
 * What became of the pods of a trace.
 *
 * @param hosts how many hosts there were
 * @param pods how many pods there were
 * @param placed how many were placed
 * @param refused how many were refused
 * @param refusals the refused pods, by what left no host
 * @param peaks the most that was in use of each resource
 * @param violations where a host was above its capacity; empty if none ever was
 * @param leftOvers the hosts on which something is booked when all pods have left
 * @param filters the enabled filters
 * @param weighers the enabled weighers
 * @param placementsSha256 SHA-256 over the lines {@code pod host} of all placements
 * @param decidingMillis how long all decisions took together
 */
public record ReplayResult(
    int hosts,
    int pods,
    int placed,
    int refused,
    List<RefusalCounts.Count> refusals,
    List<CapacityLedger.Peak> peaks,
    List<String> violations,
    List<String> leftOvers,
    List<String> filters,
    List<String> weighers,
    String placementsSha256,
    long decidingMillis) {
  /** Copies the lists. */
  public ReplayResult {
    refusals = List.copyOf(refusals);
    peaks = List.copyOf(peaks);
    violations = List.copyOf(violations);
    leftOvers = List.copyOf(leftOvers);
    filters = List.copyOf(filters);
    weighers = List.copyOf(weighers);
  }

  /** Returns whether the books of the replay and the engine agree. */
  public boolean sound() {
    return violations.isEmpty() && leftOvers.isEmpty();
  }
}
