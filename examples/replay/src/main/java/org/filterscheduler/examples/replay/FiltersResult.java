package org.filterscheduler.examples.replay;

import java.util.List;

/**
 * The plug-ins that were found.
 *
 * @param filters the filters, by name
 * @param weighers the weighers, by name
 * @param problems what could not be loaded, and names that two have
 */
record FiltersResult(List<Plugin> filters, List<Plugin> weighers, List<String> problems) {
  /**
   * A filter or weigher.
   *
   * @param name its name
   * @param enabled its place among the enabled ones, from 1; 0 where it is not enabled
   * @param traits when a filter runs; empty for a weigher
   * @param location where it is from
   * @param provider the class of its provider
   * @param options what it can be told
   */
  record Plugin(
      String name,
      int enabled,
      List<String> traits,
      String location,
      String provider,
      List<Option> options) {}

  /**
   * An option.
   *
   * @param path where it is set, below filter-scheduler
   * @param type the type of its value
   * @param defaultValue its value where it is not set
   * @param mustBe the rule for the value; may be empty
   * @param description what it does; may be empty
   * @param nova the names by which a nova.conf sets it
   */
  record Option(
      String path,
      String type,
      String defaultValue,
      String mustBe,
      String description,
      List<String> nova) {}

  FiltersResult {
    filters = List.copyOf(filters);
    weighers = List.copyOf(weighers);
    problems = List.copyOf(problems);
  }
}
