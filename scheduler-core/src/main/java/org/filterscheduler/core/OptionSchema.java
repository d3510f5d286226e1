package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filterscheduler.spi.OptionSpec;
import org.jspecify.annotations.Nullable;

/** All options that can be set: those of the engine and those of all plug-ins that were found. */
final class OptionSchema {
  /** Two declarations of one path that do not agree. */
  record Conflict(String path, Set<String> plugins, String message) {}

  private record Declaration(OptionSpec<?> spec, String plugin, String whence) {}

  private static final String ENGINE = "the engine";

  private final Map<String, Declaration> byPath = new TreeMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  private OptionSchema() {}

  static OptionSchema of(Plugins plugins) {
    OptionSchema schema = new OptionSchema();
    EngineOptions.all().forEach(spec -> schema.declare(new Declaration(spec, "", ENGINE)));
    plugins.filters().forEach(schema::declareAll);
    plugins.weighers().forEach(schema::declareAll);
    return schema;
  }

  private void declareAll(PluginInfo plugin) {
    for (OptionSpec<?> spec : plugin.options()) {
      declare(new Declaration(spec, plugin.name(), plugin.whence()));
    }
  }

  private void declare(Declaration later) {
    Declaration first = byPath.putIfAbsent(later.spec().path(), later);
    if (first != null && !first.spec().agreesWith(later.spec())) {
      conflicts.add(conflict(first, later));
    }
  }

  private static Conflict conflict(Declaration first, Declaration later) {
    String path = later.spec().path();
    String message =
        HoconSettings.ROOT
            + "."
            + path
            + " is declared as "
            + describe(first)
            + " and as "
            + describe(later)
            + "; an option must be declared alike by all who read it. Rename one of them.";
    return new Conflict(path, new TreeSet<>(List.of(first.plugin(), later.plugin())), message);
  }

  private static String describe(Declaration declaration) {
    OptionSpec<?> spec = declaration.spec();
    String rule = spec.ruleText().isEmpty() ? "" : ", " + spec.ruleText();
    return spec.type()
        + " with default "
        + spec.defaultValue()
        + rule
        + " by "
        + declaration.whence();
  }

  @Nullable OptionSpec<?> find(String path) {
    Declaration declaration = byPath.get(path);
    return declaration == null ? null : declaration.spec();
  }

  Set<String> paths() {
    return byPath.keySet();
  }

  /** Returns all options, in the order of their paths. */
  Collection<OptionSpec<?>> all() {
    List<OptionSpec<?>> all = new ArrayList<>();
    byPath.values().forEach(declaration -> all.add(declaration.spec()));
    return all;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }
}
