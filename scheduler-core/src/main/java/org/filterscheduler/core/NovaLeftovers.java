package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.filterscheduler.core.OsloIni.Entry;

/**
 * Names what a {@code nova.conf} sets and this library does not use: an option of the scheduler in
 * a warning of its own, the many of other services in one for their section.
 *
 * @param origin the file
 * @param entries its assignments, by section and option
 * @param used the names that were translated
 * @param known all names that would have been
 */
record NovaLeftovers(
    String origin, Map<String, List<Entry>> entries, Set<String> used, Set<String> known) {
  private static final String DEFAULT = "DEFAULT";
  private static final Set<String> SECTIONS = Set.of("scheduler", "filter_scheduler", "metrics");

  /** What is the scheduler's in DEFAULT, where everything else is too. */
  private static final Pattern SCHEDULERS =
      Pattern.compile(
          ".*scheduler.*|.*_weight_multiplier|.*isolated_.*|max_.*_per_host"
              + "|aggregate_image_properties_.*|verbose");

  /** Options that say what this library is anyway, with the values that do. */
  private static final Map<String, Set<String>> AS_HERE =
      Map.of(
          "scheduler.driver",
          Set.of("filter_scheduler"),
          "DEFAULT.scheduler_driver",
          Set.of("filter_scheduler", "nova.scheduler.filter_scheduler.filterscheduler"),
          "scheduler.host_manager",
          Set.of("host_manager"),
          "DEFAULT.scheduler_host_manager",
          Set.of("host_manager", "nova.scheduler.host_manager.hostmanager"),
          "filter_scheduler.track_instance_changes",
          Set.of("true", "1", "on", "yes"),
          "DEFAULT.scheduler_tracks_instance_changes",
          Set.of("true", "1", "on", "yes"),
          "filter_scheduler.use_baremetal_filters",
          Set.of("false", "0", "off", "no"),
          "DEFAULT.scheduler_use_baremetal_filters",
          Set.of("false", "0", "off", "no"));

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    Map<String, Set<String>> others = new LinkedHashMap<>();
    entries.forEach(
        (name, all) -> {
          Entry last = all.get(all.size() - 1);
          if (used.contains(name) || isAsHere(name, last)) {
            return;
          }
          String hint = hint(last);
          if (isSchedulers(last) || !hint.isEmpty()) {
            warnings.add(meaningless(last, hint));
          } else {
            others.computeIfAbsent(last.section(), s -> new TreeSet<>()).add(last.key());
          }
        });
    others.forEach((section, keys) -> warnings.add(summary(section, keys)));
    return warnings;
  }

  private static boolean isAsHere(String name, Entry entry) {
    return AS_HERE.getOrDefault(name, Set.of()).contains(entry.value().toLowerCase(Locale.ROOT));
  }

  private static boolean isSchedulers(Entry entry) {
    return entry.section().equals(DEFAULT)
        ? SCHEDULERS.matcher(entry.key()).matches()
        : SECTIONS.contains(entry.section());
  }

  /** A slip in the name, or the right name in the wrong section; of other services none is ours. */
  private String hint(Entry entry) {
    if (!entry.section().equals(DEFAULT) && !SECTIONS.contains(entry.section())) {
      return "";
    }
    int near = 1 + entry.key().length() / 8;
    List<String> meant =
        known.stream()
            .filter(name -> NearestNames.distance(entry.key(), key(name)) <= near)
            .map(NovaTranslation::label)
            .toList();
    return meant.isEmpty() ? "" : " Maybe " + String.join(" or ", meant) + "?";
  }

  private static String key(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String meaningless(Entry entry, String hint) {
    return NovaTranslation.place(origin, entry)
        + " ("
        + entry.value()
        + ") means nothing here: neither the engine nor a plug-in that was found reads it."
        + hint;
  }

  private String summary(String section, Set<String> keys) {
    return origin
        + ": ["
        + section
        + "] has options that are not the scheduler's and are not used: "
        + String.join(", ", keys)
        + ".";
  }
}
