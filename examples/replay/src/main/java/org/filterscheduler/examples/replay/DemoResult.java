package org.filterscheduler.examples.replay;

import java.util.List;
import org.filterscheduler.examples.replay.run.RefusalCounts;
import org.filterscheduler.examples.replay.run.Utilisation;

/**
 * A day of requests, at its end.
 *
 * @param hosts how many hosts there are
 * @param requests how many requests came
 * @param placed how many of them were placed
 * @param instances how many instances these had
 * @param refused how many requests were refused
 * @param refusals the refused requests, by what left no host
 * @param zones how full the zones are
 * @param fullest the fullest hosts
 * @param decidingMillis how long all decisions took together
 */
record DemoResult(
    int hosts,
    int requests,
    int placed,
    int instances,
    int refused,
    List<RefusalCounts.Count> refusals,
    List<Utilisation.Zone> zones,
    List<Utilisation.Host> fullest,
    long decidingMillis) {
  DemoResult {
    refusals = List.copyOf(refusals);
    zones = List.copyOf(zones);
    fullest = List.copyOf(fullest);
  }
}
