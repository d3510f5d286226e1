package org.filterscheduler.api;

import java.util.stream.Collectors;

/** An explanation as a table for people. */
final class ExplanationTable {
  private ExplanationTable() {}

  static String render(Explanation explanation) {
    StringBuilder out = new StringBuilder();
    out.append(explanation).append('\n');
    explanation.steps().forEach(step -> appendStep(step, out));
    if (!explanation.nearestMisses().isEmpty()) {
      out.append("Nearest misses:\n");
      explanation.nearestMisses().forEach(miss -> out.append("  ").append(miss).append('\n'));
    }
    explanation.faults().forEach(fault -> out.append("Fault: ").append(fault).append('\n'));
    return out.toString();
  }

  private static void appendStep(Explanation.Step step, StringBuilder out) {
    out.append(String.format("  %-32s %6d -> %6d%n", step.name(), step.hostsIn(), step.hostsOut()));
    for (Explanation.ReasonCount reason : step.reasons()) {
      String samples =
          reason.samples().stream().map(HostKey::toString).collect(Collectors.joining(", "));
      out.append(
          String.format("    %6d x %s, for instance %s%n", reason.count(), reason.code(), samples));
    }
  }
}
