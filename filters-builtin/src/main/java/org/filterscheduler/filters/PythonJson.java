package org.filterscheduler.filters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.spi.nova.NovaNumbers;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Python reads it: whole numbers of any size apart from floats, NaN and Infinity taken, the
 * last of equal keys kept.
 */
final class PythonJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  // What Jackson takes for infinity beside what Python does.
  private static final Set<String> NOT_PYTHON = Set.of("INF", "-INF", "+INF", "+Infinity");

  private PythonJson() {}

  /**
   * Returns the data of a document: strings, numbers, booleans, null, lists and maps.
   *
   * @throws IOException if it is not JSON
   */
  static @Nullable Object read(String document) throws IOException {
    try (JsonParser parser = FACTORY.createParser(document)) {
      Object value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "There is more after the document.");
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == null) {
      throw new JsonParseException(parser, "The document is empty.");
    }
    return switch (token) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonParseException(parser, "A value is missing.");
    };
  }

  private static Object decimal(JsonParser parser) throws IOException {
    String text = parser.getText();
    if (NOT_PYTHON.contains(text)) {
      throw new JsonParseException(parser, text + " is no number.");
    }
    return NovaNumbers.requireDouble(text);
  }

  private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      map.put(name, value(parser, parser.nextToken()));
    }
    return map;
  }

  private static List<@Nullable Object> list(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      list.add(value(parser, token));
      token = parser.nextToken();
    }
    return list;
  }
}
