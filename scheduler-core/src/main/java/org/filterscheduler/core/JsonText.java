package org.filterscheduler.core;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of one line to and from nested maps and lists, without loss: a whole number is a {@code
 * Long}, one written with a point or an exponent a {@code Double}.
 */
final class JsonText {
  private static final ConfigParseOptions JSON =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setOriginDescription("json");

  private JsonText() {}

  static String write(Map<String, ? extends @Nullable Object> map) {
    String text = ConfigValueFactory.fromMap(map).render(ConfigRenderOptions.concise());
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c)) ? text : escaped(text);
  }

  /** Half a pair of surrogates has no form in UTF-8, and as an escape it has. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (Character.isSurrogate((char) c)) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Map<String, @Nullable Object> read(String text) {
    try {
      return map(ConfigFactory.parseString(text, JSON).root());
    } catch (ConfigException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "The text (" + start(text) + ") must be one object of JSON: " + e.getMessage(), e);
    }
  }

  static String start(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private static Map<String, @Nullable Object> map(ConfigObject object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    object.forEach((key, value) -> map.put(key, value(value)));
    return map;
  }

  private static List<@Nullable Object> list(ConfigList values) {
    List<@Nullable Object> list = new ArrayList<>();
    values.forEach(value -> list.add(value(value)));
    return list;
  }

  private static @Nullable Object value(ConfigValue value) {
    if (value instanceof ConfigObject object) {
      return map(object);
    }
    if (value instanceof ConfigList list) {
      return list(list);
    }
    return value.valueType() == ConfigValueType.NUMBER ? number(value) : value.unwrapped();
  }

  /** The parser takes 1.0 for the whole number 1; how it was written is known as its text only. */
  private static Number number(ConfigValue value) {
    String text = value.atKey("n").getString("n");
    boolean whole = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    if (whole) {
      return Long.parseLong(text);
    }
    return Double.parseDouble(text);
  }
}
