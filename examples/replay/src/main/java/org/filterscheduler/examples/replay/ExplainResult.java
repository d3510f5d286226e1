package org.filterscheduler.examples.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.Explanation.HostVerdict;
import org.filterscheduler.examples.replay.run.Inquiry;
import org.jspecify.annotations.Nullable;

/**
 * A decision, explained.
 *
 * @param findings what was found out
 * @param steps the names of all that judged hosts, in order
 * @param nearest the rejected hosts that would need the fewest changes, and the changes
 */
record ExplainResult(
    Inquiry.Findings findings, List<String> steps, Map<String, List<String>> nearest) {
  private static final int NEAREST = 5;

  /**
   * Puts together what a decision comes down to.
   *
   * @param enabled the enabled filters, also those that were not asked
   */
  static ExplainResult of(Inquiry.Findings findings, List<String> enabled) {
    Explanation explanation = findings.explanation();
    return new ExplainResult(findings, steps(explanation, enabled), nearest(explanation));
  }

  boolean placed() {
    return findings.placed();
  }

  Explanation explanation() {
    return findings.explanation();
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("request", findings.request().requestId());
    map.put("placed", placed());
    map.put("answer", findings.answer());
    map.put("steps", steps);
    map.put("would_pass", nearest);
    map.put("what_if", findings.whatIf());
    map.put("explanation", explanation().toMap());
    return map;
  }

  private static List<String> steps(Explanation explanation, List<String> enabled) {
    Set<String> names = new LinkedHashSet<>();
    explanation.steps().forEach(step -> names.add(step.name()));
    // steps of the pre-selection that would have rejected a host come before the filters
    explanation.verdicts().forEach(verdict -> names.addAll(verdict.rejections().keySet()));
    names.removeAll(enabled);
    names.addAll(enabled);
    return List.copyOf(names);
  }

  private static Map<String, List<String>> nearest(Explanation explanation) {
    Map<String, List<String>> nearest = new LinkedHashMap<>();
    explanation.verdicts().stream()
        .filter(verdict -> !verdict.passes())
        .sorted(Comparator.comparingInt((HostVerdict verdict) -> verdict.rejections().size()))
        .limit(NEAREST)
        .forEach(verdict -> nearest.put(verdict.host().toString(), changes(verdict)));
    return nearest;
  }

  private static List<String> changes(HostVerdict verdict) {
    List<String> changes = new ArrayList<>();
    verdict.rejections().forEach((step, reason) -> changes.add(Advice.of(step, reason)));
    return changes;
  }
}
