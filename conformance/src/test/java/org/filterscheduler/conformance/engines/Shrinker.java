package org.filterscheduler.conformance.engines;

import java.util.List;
import java.util.function.Function;
import org.filterscheduler.conformance.engines.Comparison.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Makes a history that shows a difference smaller as long as it shows one: steps are left out, in
 * large pieces first, then single facts. It ends after a number of attempts.
 */
final class Shrinker {
  private static final int ATTEMPTS = 3_000;

  private final Function<History, @Nullable Difference> comparison;
  private History smallest;
  private Difference difference;
  private int attempts;

  Shrinker(
      History history, Difference difference, Function<History, @Nullable Difference> comparison) {
    this.comparison = comparison;
    this.smallest = history.upTo(difference.step());
    this.difference = difference;
  }

  /** Returns the smallest that was found. */
  History shrink() {
    boolean shrunk = true;
    while (shrunk && attempts < ATTEMPTS) {
      boolean shorter = leaveStepsOut();
      shrunk = simplify() || shorter;
    }
    return smallest;
  }

  Difference difference() {
    return difference;
  }

  private boolean leaveStepsOut() {
    boolean shrunk = false;
    for (int piece = smallest.steps().size() / 2; piece > 0; piece /= 2) {
      for (int end = smallest.steps().size(); end - piece >= 0; end -= piece) {
        shrunk |= accept(smallest.without(end - piece, end));
        end = Math.min(end, smallest.steps().size() + piece);
      }
    }
    return shrunk;
  }

  private boolean simplify() {
    boolean shrunk = false;
    List<History> simpler = smallest.simpler();
    for (int i = 0; i < simpler.size(); i++) {
      if (accept(simpler.get(i))) {
        shrunk = true;
        simpler = smallest.simpler();
        i--; // what comes next is in its place now
      }
    }
    return shrunk;
  }

  private boolean accept(History candidate) {
    if (attempts >= ATTEMPTS) {
      return false;
    }
    attempts++;
    Difference found = compare(candidate);
    if (found == null) {
      return false;
    }
    smallest = candidate.upTo(found.step());
    difference = found;
    return true;
  }

  /** A history that cannot begin, since a policy is none any more, shows nothing. */
  private @Nullable Difference compare(History candidate) {
    try {
      return comparison.apply(candidate);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
