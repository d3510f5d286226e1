package org.filterscheduler.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deep, immutable copies of JSON-like data: strings, numbers, booleans, nulls, lists and maps. */
final class Data {
  private Data() {}

  /** Copies a map whose values may be null or nested, keeping the order of its keys. */
  static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(key, copy(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put(String.valueOf(key), copy(entry)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof Iterable<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(entry -> copy.add(copy(entry)));
      return Collections.unmodifiableList(copy);
    }
    throw new IllegalArgumentException(
        "A value of type "
            + value.getClass().getName()
            + " is no data: use strings, numbers, booleans, lists and maps.");
  }
}
