package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.OsloIni.Entry;
import org.filterscheduler.spi.OptionSpec;

/**
 * Turns the assignments of one {@code nova.conf} into a configuration, by the names that options
 * declare for themselves. Used for one file.
 */
final class NovaTranslation {
  private static final String DEFAULT = "DEFAULT";

  private final String origin;
  private final OptionSchema schema;
  private final NovaValues values = new NovaValues();
  private final NovaReferences references;
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private SchedulerConfiguration result = SchedulerConfiguration.defaults();

  NovaTranslation(List<Entry> read, String origin, Plugins plugins) {
    this.origin = origin;
    this.schema = OptionSchema.of(plugins);
    List<Entry> normalised = read.stream().map(NovaTranslation::normalised).toList();
    this.references = new NovaReferences(normalised);
    normalised.forEach(
        entry -> entries.computeIfAbsent(name(entry), n -> new ArrayList<>()).add(entry));
  }

  /** Sections are written in any case; but DEFAULT is not one like the others. */
  private static Entry normalised(Entry entry) {
    String section = entry.section();
    return section.equals(DEFAULT)
        ? entry
        : new Entry(section.toLowerCase(Locale.ROOT), entry.key(), entry.value(), entry.line());
  }

  SchedulerConfiguration translate() {
    schema.all().forEach(this::take);
    if (!result.settings().containsKey(EngineOptions.enabledFilters().path())) {
      warn(
          origin
              + " sets no enabled_filters: those of this library are enabled, "
              + String.join(", ", EngineOptions.enabledFilters().defaultValue())
              + ". Nova's own default is shorter: it leaves memory, disk and CPUs to Placement.");
    }
    new NovaLeftovers(origin, entries, used, novaNames()).warnings().forEach(this::warn);
    return result;
  }

  private void take(OptionSpec<?> option) {
    List<String> present = option.novaNames().stream().filter(entries::containsKey).toList();
    if (present.isEmpty()) {
      return;
    }
    used.addAll(present);
    String name = present.get(0);
    List<Entry> all = entries.getOrDefault(name, List.of());
    Entry last = all.get(all.size() - 1);
    warnOfOldName(option, name, last);
    present.stream().skip(1).forEach(other -> warnOfSecondName(other, last));
    List<Entry> counting = NovaValues.isRepeated(option) ? all : List.of(last);
    all.stream()
        .filter(entry -> !counting.contains(entry))
        .forEach(entry -> warnOfRepeat(entry, last));
    set(option, counting, last);
  }

  private void set(OptionSpec<?> option, List<Entry> counting, Entry last) {
    List<String> texts = counting.stream().map(this::resolved).toList();
    if (NovaValues.isUnsetWhenEmpty(option) && texts.get(texts.size() - 1).isEmpty()) {
      warn(place(last) + " is empty, and so not set: the default holds.");
      return;
    }
    String where = origin + ": line " + last.line() + ", " + label(last);
    result = result.with(option.path(), values.convert(option, texts), where);
  }

  private String resolved(Entry entry) {
    String value = references.resolve(entry.section(), entry.value());
    if (value.equals(entry.value()) && value.indexOf('$') >= 0) {
      warn(place(entry) + " (" + value + ") refers to an option that the file does not set.");
    }
    return value;
  }

  private void warnOfOldName(OptionSpec<?> option, String name, Entry entry) {
    String current = option.novaNames().get(0);
    if (!name.equals(current)) {
      warn(place(entry) + " is an old name. Write " + label(current) + ".");
    }
  }

  private void warnOfSecondName(String other, Entry counting) {
    for (Entry entry : entries.getOrDefault(other, List.of())) {
      warn(place(entry) + " is not used: " + label(counting) + " sets the same.");
    }
  }

  private void warnOfRepeat(Entry entry, Entry counting) {
    warn(place(entry) + " is not used: line " + counting.line() + " sets it again.");
  }

  private Set<String> novaNames() {
    Set<String> names = new TreeSet<>();
    schema.all().forEach(option -> names.addAll(option.novaNames()));
    return names;
  }

  private void warn(String warning) {
    result = result.withWarning(warning);
  }

  private String place(Entry entry) {
    return place(origin, entry);
  }

  static String place(String origin, Entry entry) {
    return origin + ": line " + entry.line() + ": " + label(entry);
  }

  private static String label(Entry entry) {
    return label(name(entry));
  }

  /** Returns a name as people write it: the section in brackets. */
  static String label(String name) {
    int dot = name.lastIndexOf('.');
    return "[" + name.substring(0, dot) + "] " + name.substring(dot + 1);
  }

  static String name(Entry entry) {
    return entry.section() + "." + entry.key();
  }
}
