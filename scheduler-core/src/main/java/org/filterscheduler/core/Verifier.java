package org.filterscheduler.core;

import java.util.Objects;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostMetric;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the fast path found with what the plain path finds, and what the index keeps of
 * each host with what plug-ins now say of it: a plug-in that breaks its contract is named with the
 * host.
 */
final class Verifier {
  private static final String ENGINE = "engine";

  private final Books books;
  private final Prepared prepared;
  private final FastPath.Found found;

  /**
   * Takes what is to be compared.
   *
   * @param books the hosts, with a fresh index
   * @param prepared what was asked of them
   * @param found what the fast path found
   */
  Verifier(Books books, Prepared prepared, FastPath.Found found) {
    this.books = books;
    this.prepared = prepared;
    this.found = found;
  }

  /** Compares, and tells the guard of what differs. */
  void compare(Trail plain, Guard guard) {
    boolean contracts = true;
    for (Step step : prepared.filters()) {
      contracts &= compare(step.name(), step.check(), guard);
    }
    for (PreparedWeigher weigher : prepared.weighers()) {
      if (weigher.score() instanceof HostMetric metric) {
        contracts &= compareColumn(weigher.name(), metric, "raw weight", guard);
      }
    }
    if (contracts && found.outcome() != Search.Outcome.PLAIN) {
      compareChoice(plain, guard);
    }
  }

  private void compareChoice(Trail plain, Guard guard) {
    HostKey chosen = plain.ranking().isEmpty() ? null : plain.ranking().hosts().get(0).host().key();
    HostRecord fast = found.host();
    HostKey indexed = fast == null ? null : fast.key();
    if (!Objects.equals(chosen, indexed)) {
      String deed = "chose " + indexed + " by the index, which the plain path does not";
      guard.note(new Fault(ENGINE, deed, chosen, null));
    }
  }

  /** Returns whether a check says of each host what the index has of it. */
  private boolean compare(String plugin, HostCheck check, Guard guard) {
    if (check instanceof HostCheck.Limited limited) {
      return compare(plugin, limited.check(), guard);
    }
    if (check instanceof HostCheck.All all) {
      boolean same = true;
      for (HostCheck part : all.checks()) {
        same &= compare(plugin, part, guard);
      }
      return same;
    }
    if (check instanceof CapacityCheck capacity) {
      String what = "headroom of " + capacity.dimension().name();
      return compareColumn(plugin, capacity.dimension(), what, guard);
    }
    return !(check instanceof DescriptionCheck description)
        || compareVerdicts(plugin, description, guard);
  }

  private boolean compareVerdicts(String plugin, DescriptionCheck check, Guard guard) {
    HostIndex.Verdicts verdicts = books.index().verdicts(check);
    if (verdicts == null) {
      return true;
    }
    for (HostRecord record : books.records()) {
      boolean kept = verdicts.tree().get(record.slot());
      Boolean now = verdict(check, record.state());
      if (now != null && now != kept) {
        String deed =
            "gave two verdicts for equal records and the same description ("
                + (kept ? "passes, then rejects" : "rejects, then passes")
                + "): "
                + check
                + " must depend on its components and the description alone";
        guard.note(new Fault(plugin, deed, record.key(), null));
        return false;
      }
    }
    return true;
  }

  private static @Nullable Boolean verdict(DescriptionCheck check, HostState host) {
    try {
      return check.test(host.description());
    } catch (Exception | StackOverflowError | LinkageError e) {
      return null; // the plain path tells of it
    }
  }

  private boolean compareColumn(String plugin, Object measure, String what, Guard guard) {
    Column column = books.index().column(measure);
    if (column == null) {
      return true;
    }
    for (HostRecord record : books.records()) {
      double kept = column.get(record.slot());
      double now = Refresh.measure(measure, record.state());
      if (Double.compare(kept, now) != 0 && !(kept == now)) {
        String deed =
            "gave two values of the "
                + what
                + " of the same host state ("
                + kept
                + ", then "
                + now
                + "): it must be a function of the host alone";
        guard.note(new Fault(plugin, deed, record.key(), null));
        return false;
      }
    }
    return true;
  }
}
