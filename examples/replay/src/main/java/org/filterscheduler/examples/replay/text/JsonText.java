package org.filterscheduler.examples.replay.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Writes a result as JSON: records, lists, maps; names in lower case with underscores. */
public final class JsonText {
  private JsonText() {}

  /**
   * Returns a value as JSON of several lines.
   *
   * @param value a record, list or map
   */
  public static String of(Object value) {
    // Made for each call: only one is, and only where JSON was asked for.
    ObjectMapper mapper =
        new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result is not to be written as JSON: " + e, e);
    }
  }
}
