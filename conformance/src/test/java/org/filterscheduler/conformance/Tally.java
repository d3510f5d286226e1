package org.filterscheduler.conformance;

import java.util.Set;
import java.util.TreeSet;

/** Counts the cases of one run. Safe for several threads. */
final class Tally {
  /** That of {@link ConformanceTest} in Nova's mode. */
  static final Tally OF_THIS_RUN = new Tally();

  private int ran;
  private int passed;
  private int notSupported;
  private final Set<String> missing = new TreeSet<>();

  synchronized void ran(boolean agrees) {
    ran++;
    passed += agrees ? 1 : 0;
  }

  synchronized void notSupported(Set<String> missingPlugins) {
    notSupported++;
    missing.addAll(missingPlugins);
  }

  synchronized boolean hasCounted() {
    return ran + notSupported > 0;
  }

  /** Returns the line that others read; its form stays. */
  @Override
  public synchronized String toString() {
    String names = missing.isEmpty() ? "none" : String.join(", ", missing);
    return "conformance: RAN "
        + ran
        + ", PASSED "
        + passed
        + ", NOT SUPPORTED "
        + notSupported
        + " ("
        + names
        + ")";
  }
}
