package org.filterscheduler.api;

import java.util.List;
import java.util.Objects;

/**
 * What became of a report.
 *
 * @param kind whether it was taken
 * @param warnings what is odd about it, for people to read; they are logged too, now and then
 */
public record ReportOutcome(Kind kind, List<String> warnings) {
  /** Whether a report was taken. */
  public enum Kind {
    /** The node is new; its report registered it. */
    REGISTERED,
    /** The report took the place of the one before. */
    ACCEPTED,
    /** The report, or a newer one, had been taken before: nothing changed. */
    STALE
  }

  /** Checks the kind and copies the warnings. */
  public ReportOutcome {
    Objects.requireNonNull(kind, "kind");
    warnings = List.copyOf(warnings);
  }

  /** Returns whether the report was taken. */
  public boolean accepted() {
    return kind != Kind.STALE;
  }
}
