package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.WeightPart;
import org.filterscheduler.examples.replay.run.Inquiry;
import org.filterscheduler.examples.replay.run.Refusal;
import org.filterscheduler.examples.replay.text.Figures;
import org.filterscheduler.examples.replay.text.TextTable;

/** Prints a decision, explained. */
final class ExplainView {
  private ExplainView() {}

  static void print(ExplainResult result, PrintWriter out) {
    Explanation explanation = result.explanation();
    out.println("Request " + describe(result.findings().request()));
    out.println();
    out.println(result.placed() ? result.findings().answer() : refusal(explanation));
    printSteps(explanation, out);
    printVerdicts(result, out);
    printRanking(explanation, out);
    printChanges(result, out);
  }

  private static String refusal(Explanation explanation) {
    Refusal refusal = Refusal.of(explanation);
    return "No valid host for instance %s: %s left none of %d hosts (%s)."
        .formatted(
            explanation.request().instanceUuid(),
            refusal.step(),
            explanation.hosts(),
            refusal.reason());
  }

  private static String describe(RequestSpec request) {
    StringBuilder text = new StringBuilder(request.requestId());
    text.append(": ").append(request.numInstances()).append(" x ").append(request.flavor());
    request.availabilityZone().ifPresent(zone -> text.append(", zone ").append(zone));
    request
        .image()
        .ifPresent(image -> text.append(", image ").append(image.id()).append(image.properties()));
    request
        .group()
        .ifPresent(group -> text.append(", group ").append(group.id()).append(group.policies()));
    if (!request.flavor().extraSpecs().isEmpty()) {
      text.append(", extra specs ").append(request.flavor().extraSpecs());
    }
    return text.toString();
  }

  private static void printSteps(Explanation explanation, PrintWriter out) {
    TextTable table =
        new TextTable().words("STEP").numbers("IN").numbers("OUT").words("REJECTED BECAUSE");
    for (Explanation.Step step : explanation.steps()) {
      String reasons =
          step.reasons().stream()
              .map(reason -> reason.count() + " x " + reason.code())
              .collect(Collectors.joining(", "));
      table.row(step.name(), step.hostsIn(), step.hostsOut(), reasons);
    }
    out.println();
    table.print("  ", out);
    explanation.faults().forEach(fault -> out.println("  fault: " + fault));
  }

  /** One column of a letter per step, so that a wide policy fits on a screen. */
  private static void printVerdicts(ExplainResult result, PrintWriter out) {
    out.println();
    out.println("Verdict of each step on each host: . passes, x rejects");
    List<String> steps = result.steps();
    for (int i = 0; i < steps.size(); i++) {
      out.println("  " + letter(i) + "  " + steps.get(i));
    }
    TextTable table = new TextTable().words("HOST");
    for (int i = 0; i < steps.size(); i++) {
      table.words(letter(i));
    }
    table.words("WHY NOT");
    for (Explanation.HostVerdict verdict : result.explanation().verdicts()) {
      Object[] row = new Object[steps.size() + 2];
      row[0] = verdict.host();
      for (int i = 0; i < steps.size(); i++) {
        row[i + 1] = verdict.rejections().containsKey(steps.get(i)) ? "x" : ".";
      }
      row[steps.size() + 1] =
          verdict.rejections().values().stream()
              .map(String::valueOf)
              .collect(Collectors.joining("; "));
      table.row(row);
    }
    table.print("  ", out);
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
  }

  private static void printRanking(Explanation explanation, PrintWriter out) {
    List<RankedHost> ranking = explanation.ranking();
    if (ranking.isEmpty()) {
      return;
    }
    List<Integer> telling = telling(ranking);
    List<WeightPart> heads = ranking.get(0).parts();
    TextTable table = new TextTable().words("HOST").numbers("WEIGHT");
    telling.forEach(i -> table.words(heads.get(i).weigher()));
    for (RankedHost host : ranking) {
      List<Object> row = new ArrayList<>(List.of(host.host(), Figures.weight(host.weight())));
      telling.forEach(i -> row.add(part(host.parts().get(i))));
      table.row(row.toArray());
    }
    out.println();
    out.println("Weights of the hosts that passed: multiplier x normalised (raw)");
    table.print("  ", out);
    if (telling.size() < heads.size()) {
      out.printf(
          Locale.ROOT,
          "  %d other weighers give all of them the same.%n",
          heads.size() - telling.size());
    }
  }

  /** Returns which weighers tell the hosts apart. */
  private static List<Integer> telling(List<RankedHost> ranking) {
    List<Integer> telling = new ArrayList<>();
    for (int i = 0; i < ranking.get(0).parts().size(); i++) {
      int weigher = i;
      if (ranking.stream().mapToDouble(host -> host.parts().get(weigher).raw()).distinct().count()
          > 1) {
        telling.add(i);
      }
    }
    return telling;
  }

  private static String part(WeightPart part) {
    return Figures.grouped(part.multiplier())
        + " x "
        + Figures.weight(part.normalised())
        + " ("
        + Figures.grouped(part.raw())
        + ")";
  }

  private static void printChanges(ExplainResult result, PrintWriter out) {
    if (!result.nearest().isEmpty()) {
      out.println();
      out.println("What would have to change of a host");
      result
          .nearest()
          .forEach(
              (host, changes) ->
                  out.println("  " + host + " would pass if " + String.join(", and ", changes)));
    }
    if (result.placed()) {
      return;
    }
    out.println();
    out.println("What would have to change of the request");
    if (result.findings().whatIf().isEmpty()) {
      out.println("  no single change of it helps");
    }
    for (Inquiry.WhatIf change : result.findings().whatIf()) {
      out.printf(
          Locale.ROOT,
          "  %s: %d hosts would pass, %s first%n",
          change.change(),
          change.hosts(),
          change.best());
    }
  }
}
