package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.filterscheduler.api.SchedulerConfiguration;

/**
 * What is unusual of a request, a host or a policy, by name: prints readably, and becomes simpler
 * by leaving things out. Values are numbers, texts, booleans, and lists of texts. Immutable.
 */
final class Facts {
  static final Facts NONE = new Facts(new TreeMap<>());

  private final SortedMap<String, Object> all;

  private Facts(SortedMap<String, Object> all) {
    this.all = all;
  }

  Facts with(String name, Object value) {
    SortedMap<String, Object> more = new TreeMap<>(all);
    more.put(name, value);
    return new Facts(more);
  }

  Facts without(String name) {
    SortedMap<String, Object> fewer = new TreeMap<>(all);
    fewer.remove(name);
    return new Facts(fewer);
  }

  boolean has(String name) {
    return all.containsKey(name);
  }

  int number(String name, int otherwise) {
    return all.get(name) instanceof Integer value ? value : otherwise;
  }

  String text(String name) {
    return String.valueOf(Objects.requireNonNull(all.get(name), name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (all.get(name) instanceof List<?> values) {
      values.forEach(value -> texts.add(String.valueOf(value)));
    }
    return texts;
  }

  /** Calls back for all facts whose names begin alike, with the rest of the name. */
  void each(String prefix, BiConsumer<String, Object> consumer) {
    all.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            consumer.accept(name.substring(prefix.length()), value);
          }
        });
  }

  /** Returns all facts as options. */
  SchedulerConfiguration asOptions() {
    SchedulerConfiguration configuration = SchedulerConfiguration.defaults();
    for (Map.Entry<String, Object> option : all.entrySet()) {
      configuration = configuration.with(option.getKey(), option.getValue());
    }
    return configuration;
  }

  /** Returns these facts with one, or one element of a list, left out, in all ways. */
  List<Facts> smaller() {
    List<Facts> smaller = new ArrayList<>();
    for (String name : all.keySet()) {
      smaller.add(without(name));
    }
    for (String name : all.keySet()) {
      List<String> texts = texts(name);
      for (int i = 0; i < texts.size() && texts.size() > 1; i++) {
        List<String> fewer = new ArrayList<>(texts);
        fewer.remove(i);
        smaller.add(with(name, List.copyOf(fewer)));
      }
    }
    return smaller;
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
