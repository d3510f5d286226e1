package org.filterscheduler.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.filterscheduler.api.ResourceClass;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of JSON, taken one by one. What is missing, of another type or unknown
 * is an {@link IllegalArgumentException} that names the field. Not safe for several threads.
 */
final class JsonFields {
  private final String path;
  private final Map<String, @Nullable Object> fields;
  private final Set<String> taken = new TreeSet<>();

  /**
   * Wraps an object.
   *
   * @param path where it stands, for messages
   * @param fields its fields
   */
  JsonFields(String path, Map<String, @Nullable Object> fields) {
    this.path = path;
    this.fields = fields;
  }

  boolean has(String name) {
    taken.add(name);
    return fields.get(name) != null;
  }

  String text(String name) {
    return require(name, optionalText(name));
  }

  @Nullable String optionalText(String name) {
    return typed(name, take(name), String.class, "a text");
  }

  long whole(String name) {
    return require(name, optionalWhole(name));
  }

  @Nullable Long optionalWhole(String name) {
    return typed(name, take(name), Long.class, "a whole number");
  }

  /** Returns a whole number that fits an int; 0 where it is missing. */
  int count(String name) {
    Long value = optionalWhole(name);
    if (value != null && value != value.intValue()) {
      throw wrong(name, value, "a whole number of 32 bits");
    }
    return value == null ? 0 : value.intValue();
  }

  boolean flag(String name, boolean otherwise) {
    Boolean value = typed(name, take(name), Boolean.class, "true or false");
    return value == null ? otherwise : value;
  }

  Instant instant(String name) {
    return require(name, optionalInstant(name));
  }

  @Nullable Instant optionalInstant(String name) {
    String text = optionalText(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, text, "an instant, as in 2026-01-31T12:00:00Z");
    }
  }

  /** Returns the value of a field that names one of a few things. */
  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String text = text(name);
    for (E value : List.of(type.getEnumConstants())) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw wrong(name, text, "one of " + List.of(type.getEnumConstants()));
  }

  JsonFields object(String name) {
    return new JsonFields(path + "." + name, asMap(name, take(name)));
  }

  /** Returns the objects of a list; none where it is missing. */
  <T> List<T> objects(String name, Function<JsonFields, T> reader) {
    List<T> objects = new ArrayList<>();
    for (Object element : list(name)) {
      String where = path + "." + name + "[" + objects.size() + "]";
      JsonFields fields = new JsonFields(where, asMap(name, element));
      objects.add(reader.apply(fields));
      fields.requireAllTaken();
    }
    return objects;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(name)) {
      texts.add(require(name, typed(name, element, String.class, "a list of texts")));
    }
    return texts;
  }

  /** Returns free data; empty where it is missing. */
  Map<String, @Nullable Object> data(String name) {
    Object value = take(name);
    return value == null ? new LinkedHashMap<>() : asMap(name, value);
  }

  Map<String, String> textsByName(String name) {
    return byName(name, value -> require(name, typed(name, value, String.class, "texts by name")));
  }

  Map<String, Long> wholesByName(String name) {
    String rule = "whole numbers by name";
    return byName(name, value -> require(name, typed(name, value, Long.class, rule)));
  }

  Map<String, Double> decimalsByName(String name) {
    return byName(name, value -> decimal(name, value));
  }

  Map<ResourceClass, Long> wholesByClass(String name) {
    return byClass(wholesByName(name));
  }

  Map<ResourceClass, Double> decimalsByClass(String name) {
    return byClass(decimalsByName(name));
  }

  /** Refuses fields that nobody asked for: they would be lost. */
  void requireAllTaken() {
    Set<String> unknown = new TreeSet<>(fields.keySet());
    unknown.removeAll(taken);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          path + " has unknown fields " + unknown + "; known are " + taken + ".");
    }
  }

  IllegalArgumentException wrong(String name, @Nullable Object value, String rule) {
    return new IllegalArgumentException(
        path + "." + name + " (" + value + ") must be " + rule + ".");
  }

  /** Infinities are texts: JSON has no form for them. */
  private double decimal(String name, @Nullable Object value) {
    if (value instanceof Number || value instanceof String) {
      try {
        return Double.parseDouble(value.toString());
      } catch (NumberFormatException e) {
        throw wrong(name, value, "numbers by name");
      }
    }
    throw wrong(name, value, "numbers by name");
  }

  private <T> Map<String, T> byName(String name, Function<@Nullable Object, T> reader) {
    Map<String, T> map = new LinkedHashMap<>();
    data(name).forEach((key, value) -> map.put(key, reader.apply(value)));
    return map;
  }

  private static <T> Map<ResourceClass, T> byClass(Map<String, T> byName) {
    Map<ResourceClass, T> map = new LinkedHashMap<>();
    byName.forEach((name, value) -> map.put(new ResourceClass(name), value));
    return map;
  }

  private List<?> list(String name) {
    List<?> list = typed(name, take(name), List.class, "a list");
    return list == null ? List.of() : list;
  }

  private Map<String, @Nullable Object> asMap(String name, @Nullable Object value) {
    @SuppressWarnings("unchecked") // JsonText makes maps of texts only
    Map<String, @Nullable Object> map =
        require(name, typed(name, value, Map.class, "an object in braces"));
    return map;
  }

  private @Nullable Object take(String name) {
    taken.add(name);
    return fields.get(name);
  }

  private <T> T require(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(path + "." + name + " is missing.");
    }
    return value;
  }

  private <T> @Nullable T typed(String name, @Nullable Object value, Class<T> type, String rule) {
    if (value != null && !type.isInstance(value)) {
      throw wrong(name, value, rule);
    }
    return type.cast(value);
  }
}
