package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to an inventory and its two schedulers, from the first host on.
 *
 * @param slots whether a plug-in books a structured resource
 * @param first the policy of the first scheduler
 * @param second the policy of the second scheduler
 * @param steps what happens
 */
record History(boolean slots, Facts first, Facts second, List<Step> steps) {
  History {
    steps = List.copyOf(steps);
  }

  /** Returns the history of a seed. */
  static History of(long seed) {
    return new HistoryGenerator(new Random(seed)).history();
  }

  List<Facts> policies() {
    return List.of(first, second);
  }

  History upTo(int lastStep) {
    return with(steps.subList(0, Math.min(steps.size(), lastStep + 1)));
  }

  private History with(List<Step> other) {
    return new History(slots, first, second, other);
  }

  /** Returns this history without some of its steps. */
  History without(int from, int to) {
    List<Step> fewer = new ArrayList<>(steps.subList(0, from));
    fewer.addAll(steps.subList(to, steps.size()));
    return with(fewer);
  }

  /** Returns histories with one thing simpler, the steps all there. */
  List<History> simpler() {
    List<History> simpler = new ArrayList<>();
    if (slots) {
      simpler.add(new History(false, first, second, steps));
    }
    first.smaller().forEach(one -> simpler.add(new History(slots, one, second, steps)));
    second.smaller().forEach(one -> simpler.add(new History(slots, first, one, steps)));
    for (int i = 0; i < steps.size(); i++) {
      for (Step step : steps.get(i).smaller()) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(i, step);
        simpler.add(with(changed));
      }
    }
    return simpler;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("  policy ").append(first).append('\n');
    text.append("  second policy ").append(second).append('\n');
    text.append(slots ? "  with slots\n" : "");
    for (int i = 0; i < steps.size(); i++) {
      text.append(String.format("  %3d %s%n", i, steps.get(i)));
    }
    return text.toString();
  }
}
