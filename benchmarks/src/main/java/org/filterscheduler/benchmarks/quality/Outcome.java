package org.filterscheduler.benchmarks.quality;

import java.util.List;
import java.util.Locale;
import org.filterscheduler.examples.replay.run.CapacityLedger;

/** What became of a trace. */
record Outcome(String name, int pods, int refused, List<CapacityLedger.Peak> peaks) {
  static final String HEAD =
      """
      | Placer | Pods | Refused | Refused % | CPU at most | Memory at most | GPU at most |
      |---|---|---|---|---|---|---|
      """;

  /** Returns the outcome as a row: the highest use of each resource at any time. */
  String row() {
    StringBuilder row = new StringBuilder();
    row.append(
        String.format(
            Locale.ROOT, "| %s | %,d | %,d | %.2f |", name, pods, refused, 100.0 * refused / pods));
    for (CapacityLedger.Peak peak : peaks) {
      row.append(String.format(Locale.ROOT, " %.1f%% |", 100.0 * peak.used() / peak.capacity()));
    }
    return row.append('\n').toString();
  }
}
