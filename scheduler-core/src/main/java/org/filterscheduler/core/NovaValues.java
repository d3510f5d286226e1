package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filterscheduler.spi.OptionSpec;

/**
 * Brings the values of a {@code nova.conf} into the form of this library. What cannot be brought
 * there stays as it is, to be refused with its place when the configuration is used.
 */
final class NovaValues {
  /** What Nova calls everything that it has; the second is a name of long ago. */
  private static final Set<String> EVERYTHING =
      Set.of("all_filters", "standard_filters", "all_weighers");

  private final Set<String> pluginLists;

  NovaValues() {
    pluginLists =
        Set.of(
            EngineOptions.AVAILABLE_FILTERS.path(),
            EngineOptions.enabledFilters().path(),
            EngineOptions.enabledWeighers().path());
  }

  /** Returns whether an option may be given several times, each time adding to it. */
  static boolean isRepeated(OptionSpec<?> option) {
    return option.path().equals(EngineOptions.AVAILABLE_FILTERS.path());
  }

  /** Returns whether an empty value means that the option is not set. */
  static boolean isUnsetWhenEmpty(OptionSpec<?> option) {
    return option.type() == OptionSpec.Type.INTEGER
        || option.type() == OptionSpec.Type.NUMBER
        || option.type() == OptionSpec.Type.DURATION;
  }

  Object convert(OptionSpec<?> option, List<String> values) {
    String last = values.get(values.size() - 1);
    return switch (option.type()) {
      case TEXTS -> pluginLists.contains(option.path()) ? pluginNames(values) : list(values);
      case BOOLEAN -> bool(last);
      case DURATION -> last + " s";
      case INTEGER, NUMBER, TEXT -> last;
    };
  }

  private static List<String> list(List<String> values) {
    List<String> all = new ArrayList<>();
    for (String value : values) {
      Arrays.stream(value.split(","))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  /** A class is known here by its own name, whatever package Nova has it in. */
  private static List<String> pluginNames(List<String> values) {
    return list(values).stream()
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .map(name -> EVERYTHING.contains(name) ? EngineOptions.ALL : name)
        .toList();
  }

  private static Object bool(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> true;
      case "false", "0", "off", "no" -> false;
      default -> value;
    };
  }
}
