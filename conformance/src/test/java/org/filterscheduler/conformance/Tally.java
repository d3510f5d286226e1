package org.filterscheduler.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts the cases of one run, by their ids. Safe for several threads. */
final class Tally {
  private static final Map<Engine, Tally> OF_THIS_RUN = ofEngines();

  private final String title;
  private final Set<String> ran = new HashSet<>();
  private final Set<String> passed = new HashSet<>();
  private final Set<String> notSupported = new HashSet<>();
  private final Set<String> missing = new TreeSet<>();

  Tally(String title) {
    this.title = title;
  }

  private static Map<Engine, Tally> ofEngines() {
    Map<Engine, Tally> tallies = new EnumMap<>(Engine.class);
    Engine.all().forEach(engine -> tallies.put(engine, new Tally("conformance on " + engine)));
    return tallies;
  }

  /** Returns that of {@link ConformanceTest} in Nova's mode on an engine. */
  static Tally of(Engine engine) {
    return OF_THIS_RUN.getOrDefault(engine, new Tally(engine.toString()));
  }

  /**
   * Returns the tally of each engine, and last that of all: a case passed if it did on each. Empty
   * if nothing was counted.
   */
  static List<Tally> ofThisRun() {
    List<Tally> tallies = new ArrayList<>(OF_THIS_RUN.values());
    Tally all = all(tallies);
    tallies.add(all);
    return all.hasCounted() ? tallies : List.of();
  }

  /** Returns the tally of what all have in common. */
  static Tally all(List<Tally> tallies) {
    Tally all = tallies.get(0).as("conformance");
    tallies.forEach(all::retain);
    return all;
  }

  private synchronized Tally as(String otherTitle) {
    Tally copy = new Tally(otherTitle);
    copy.ran.addAll(ran);
    copy.passed.addAll(passed);
    copy.notSupported.addAll(notSupported);
    copy.missing.addAll(missing);
    return copy;
  }

  private void retain(Tally other) {
    ran.retainAll(other.ran);
    passed.retainAll(other.passed);
  }

  synchronized void ran(String id, boolean agrees) {
    ran.add(id);
    if (agrees) {
      passed.add(id);
    }
  }

  synchronized void notSupported(String id, Set<String> missingPlugins) {
    notSupported.add(id);
    missing.addAll(missingPlugins);
  }

  private synchronized boolean hasCounted() {
    return ran.size() + notSupported.size() > 0;
  }

  /** Returns the line that others read; its form stays. */
  @Override
  public synchronized String toString() {
    String names = missing.isEmpty() ? "none" : String.join(", ", missing);
    return title
        + ": RAN "
        + ran.size()
        + ", PASSED "
        + passed.size()
        + ", NOT SUPPORTED "
        + notSupported.size()
        + " ("
        + names
        + ")";
  }
}
