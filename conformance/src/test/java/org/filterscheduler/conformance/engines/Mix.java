package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;

/**
 * Counts what histories are made of, so that nobody proves much about little. A decision is one
 * answer of the plain engine to a select, selectAll or dryRun.
 */
final class Mix {
  /** Counts for nobody. */
  static final Mix NONE = new Mix();

  private final Map<String, AtomicLong> counts = new TreeMap<>();
  private final Set<HostKey> removed = new HashSet<>();
  private boolean returned;

  void begin() {
    removed.clear();
    returned = false;
    count("histories");
  }

  void end() {
    if (returned) {
      count("histories with removal and return");
    }
  }

  void happened(Step step) {
    if (this == NONE) {
      return;
    }
    count("steps");
    count("steps: " + step.getClass().getSimpleName().replaceAll("^$", "Whole"));
    if (step instanceof Step.Change change
        && change.change() instanceof OperatorChange.HostRemoved removal) {
      removed.add(removal.key());
    }
    returned |= step instanceof Step.Report report && removed.contains(Node.key(report.host()));
  }

  void answered(List<Ask> asks, Facts policy, SchedulingResult result) {
    if (this == NONE) {
      return;
    }
    count("decisions");
    boolean grouped = asks.stream().anyMatch(Ask::grouped);
    countIf(grouped, "grouped");
    countIf(asks.size() > 1, "several requests");
    countIf(policy.texts("enabled-weighers").size() > 1, "several weighers");
    policy.each("weighers.", (name, value) -> multiplier(((Number) value).doubleValue()));
    countIf(policy.texts("enabled-filters").contains("BoundlessFilter"), "infinite headroom");
    countIf(policy.texts("enabled-weighers").contains("HugeWeigher"), "huge raw weights");
    countIf(policy.texts("enabled-weighers").contains("FaultyWeigher"), "weights of no number");
    count("decisions: " + result.getClass().getSimpleName());
    countIf(result.scheduled().isEmpty(), "refusals");
    result.scheduled().ifPresent(done -> chosen(done.selections()));
    result.refusal().ifPresent(why -> countIf(!why.faults().isEmpty(), "refusals with faults"));
  }

  private void multiplier(double value) {
    countIf(value < 0, "negative multipliers");
    countIf(value == 0, "zero multipliers");
    countIf(Math.abs(value) > 1e200, "huge multipliers");
  }

  private void chosen(List<Selection> selections) {
    ties(selections);
    countIf(selections.size() > 1, "several instances");
    countIf(selections.get(0).ranking().size() > 63, "rankings of more than 63 hosts");
  }

  private void ties(List<Selection> selections) {
    boolean ties = false;
    boolean best = false;
    for (Selection selection : selections) {
      List<Double> weights = new ArrayList<>();
      selection.ranking().forEach(host -> weights.add(host.weight()));
      weights.sort(Comparator.reverseOrder());
      best |= weights.size() > 1 && weights.get(0).equals(weights.get(1));
      ties |= new HashSet<>(weights).size() < weights.size();
    }
    countIf(ties, "ties");
    countIf(best, "ties for the best");
  }

  void count(String what) {
    counts.computeIfAbsent(what, name -> new AtomicLong()).incrementAndGet();
  }

  void countIf(boolean holds, String what) {
    if (holds) {
      count(what);
    }
  }

  long of(String what) {
    AtomicLong count = counts.get(what);
    return count == null ? 0 : count.get();
  }

  /** Returns the share of the decisions that have something. */
  double share(String what) {
    return of(what) / (double) Math.max(1, of("decisions"));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("The mix:\n");
    counts.forEach(
        (what, count) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "  %-40s %8d  %5.1f%% of decisions%n",
                    what,
                    count.get(),
                    100 * share(what))));
    return text.toString();
  }
}
