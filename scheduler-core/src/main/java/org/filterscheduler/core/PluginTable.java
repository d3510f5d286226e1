package org.filterscheduler.core;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The plug-ins of one role, in the order of their names, whatever the order of discovery. Two of
 * one name stay in it: the name is then ambiguous, and only those who enable it are concerned.
 * Immutable.
 *
 * @param role the role
 * @param plugins the plug-ins, in the order of their names
 */
record PluginTable<P>(PluginInfo.Role role, List<FoundPlugin<P>> plugins) {
  private static final Comparator<FoundPlugin<?>> ORDER =
      Comparator.<FoundPlugin<?>, String>comparing(FoundPlugin::name)
          .thenComparing(found -> found.info().provider())
          .thenComparing(found -> found.info().location());

  PluginTable {
    plugins = plugins.stream().sorted(ORDER).toList();
  }

  PluginTable<P> plus(List<FoundPlugin<P>> more) {
    List<FoundPlugin<P>> all = new ArrayList<>(plugins);
    all.addAll(more);
    return new PluginTable<>(role, all);
  }

  /** Returns the plug-ins of a name: one, none, or several that nobody can choose from. */
  List<FoundPlugin<P>> named(String name) {
    return byName().get(name);
  }

  Set<String> names() {
    return byName().keySet();
  }

  private ImmutableListMultimap<String, FoundPlugin<P>> byName() {
    return Multimaps.index(plugins, FoundPlugin::name);
  }

  List<PluginInfo> infos() {
    return plugins.stream().map(FoundPlugin::info).toList();
  }

  /** Returns one problem for each name that several providers have. */
  List<String> ambiguities() {
    return Multimaps.asMap(byName()).values().stream()
        .filter(same -> same.size() > 1)
        .map(this::ambiguity)
        .toList();
  }

  String ambiguity(List<FoundPlugin<P>> same) {
    return "The "
        + role.noun()
        + " "
        + same.get(0).name()
        + " has "
        + same.size()
        + " providers: "
        + same.stream().map(found -> found.info().whence()).collect(joining(" and "))
        + "; names must be unique. Remove or rename all but one.";
  }
}
