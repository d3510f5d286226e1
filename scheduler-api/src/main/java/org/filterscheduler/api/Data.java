package org.filterscheduler.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deep, immutable copies of JSON-like data: strings, numbers, booleans, nulls, lists and maps.
 *
 * <p>A whole number becomes a {@code Long} and any other a {@code Double}, so that equal data is
 * equal whoever made it: a node's agent, a journal, a test.
 */
final class Data {
  private Data() {}

  /** Copies a map whose values may be null or nested, keeping the order of its keys. */
  static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(key, copy(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
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

  private static Number number(Number value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return value.longValue();
    }
    if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
      return big.longValue();
    }
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      // by way of the text: a float of 0.1 is meant to be 0.1
      double number = Double.parseDouble(value.toString());
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "The number "
            + value
            + " is no data: it must be finite, and whole ones must fit into 64 bits. Maybe write it"
            + " as a text.");
  }
}
