package org.filterscheduler.core;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.filterscheduler.spi.OptionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Brings raw values to the types of options. Texts are taken for numbers and switches too, since
 * system properties are nothing but texts; what does not fit gives null.
 */
final class OptionTypes {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern WITH_UNIT = Pattern.compile("\\s*[+-]?[\\d.]+\\s*[A-Za-z]+\\s*");

  private OptionTypes() {}

  static @Nullable Object convert(OptionSpec.Type type, Object raw) {
    return switch (type) {
      case INTEGER -> integer(raw);
      case NUMBER -> number(raw);
      case BOOLEAN -> bool(raw);
      case TEXT -> text(raw);
      case TEXTS -> texts(raw);
      case DURATION -> duration(raw);
    };
  }

  /** Returns what a value of a type must be, as the end of a sentence. */
  static String rule(OptionSpec.Type type) {
    return switch (type) {
      case INTEGER -> "a whole number";
      case NUMBER -> "a finite number";
      case BOOLEAN -> "true or false";
      case TEXT -> "a text";
      case TEXTS -> "a list of texts, as in [one, two]";
      case DURATION -> "a length of time with its unit, as in 60 s or 10 minutes";
    };
  }

  /** Returns a value as a configuration writes it. */
  static String write(Object value) {
    if (!(value instanceof Duration duration)) {
      return value.toString();
    }
    boolean wholeSeconds = duration.toMillisPart() == 0;
    return wholeSeconds ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  private static @Nullable Long integer(Object raw) {
    String text = raw instanceof Number || raw instanceof String ? raw.toString().strip() : "";
    if (!INTEGER.matcher(text).matches()) {
      return null;
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Double number(Object raw) {
    String text = raw instanceof Number || raw instanceof String ? raw.toString().strip() : "";
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Boolean bool(Object raw) {
    return switch (raw.toString().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> null;
    };
  }

  private static @Nullable String text(Object raw) {
    boolean scalar = raw instanceof String || raw instanceof Number || raw instanceof Boolean;
    return scalar ? raw.toString() : null;
  }

  /** A single text is a list of one; one with commas is more likely Nova's form of a list. */
  private static @Nullable List<String> texts(Object raw) {
    if (raw instanceof String single) {
      return single.isBlank() || single.contains(",") ? null : List.of(single);
    }
    if (!(raw instanceof List<?> list)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object element : list) {
      String text = element == null ? null : text(element);
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /** A bare number is refused: seconds to some, milliseconds to others. */
  private static @Nullable Duration duration(Object raw) {
    if (raw instanceof Duration duration) {
      return duration;
    }
    if (!(raw instanceof String text) || !WITH_UNIT.matcher(text).matches()) {
      return null;
    }
    try {
      return ConfigFactory.parseMap(Map.of("time", text)).getDuration("time");
    } catch (ConfigException | ArithmeticException e) {
      return null;
    }
  }
}
