package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.spi.OptionSpec;

/**
 * Finds the plug-ins that a list of names enables. What cannot be enabled is left out, with a
 * problem.
 */
final class EnabledPlugins<P> {
  private final OptionSpec<List<String>> option;
  private final PluginTable<P> table;
  private final OptionValues values;
  private final List<String> problems;

  EnabledPlugins(
      OptionSpec<List<String>> option,
      PluginTable<P> table,
      OptionValues values,
      List<String> problems) {
    this.option = option;
    this.table = table;
    this.values = values;
    this.problems = problems;
  }

  /** Returns the plug-ins of these names, in their order. */
  List<FoundPlugin<P>> of(List<String> names) {
    List<FoundPlugin<P>> enabled = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        problems.add(about(name) + " is enabled twice. Remove one of them.");
      } else {
        add(name, enabled);
      }
    }
    return enabled;
  }

  private void add(String name, List<FoundPlugin<P>> enabled) {
    List<FoundPlugin<P>> found = table.named(name);
    if (found.isEmpty()) {
      problems.add(unknown(name));
    } else if (found.size() > 1) {
      problems.add(about(name) + " cannot be enabled. " + table.ambiguity(found));
    } else {
      enabled.add(found.get(0));
    }
  }

  /** Checks a list that is not enabled but only names plug-ins. */
  void checkNames(List<String> names) {
    names.stream()
        .filter(name -> table.named(name).isEmpty())
        .map(this::unknown)
        .forEach(problems::add);
  }

  private String unknown(String name) {
    String noun = table.role().noun();
    Set<String> names = table.names();
    return about(name)
        + " is no "
        + noun
        + " that was found."
        + NearestNames.hint(name, names)
        + (names.isEmpty()
            ? " No " + noun + " was found at all: is its jar on the class path or module path?"
            : " Found: " + String.join(", ", names) + ".");
  }

  String about(String name) {
    return values.about(option, name);
  }
}
