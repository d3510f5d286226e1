package org.filterscheduler.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.HostKey;
import org.jspecify.annotations.Nullable;

/** JSON to values, and back. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Returns the answer to a case that fails as a whole: a plug-in threw, or the data are bad. */
  static ObjectNode error(RuntimeException cause) {
    return object().put("error", String.valueOf(cause.getMessage()));
  }

  /** Returns the text of a field; null where it is absent or null. */
  static @Nullable String text(JsonNode node, String field) {
    return node.path(field).asText(null);
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Returns a map of plain values: strings, numbers, booleans, nulls, lists and maps. */
  static Map<String, @Nullable Object> plain(JsonNode object) {
    return object.isObject()
        ? MAPPER.convertValue(object, new TypeReference<Map<String, @Nullable Object>>() {})
        : Map.of();
  }

  static Map<String, String> textMap(JsonNode object) {
    Map<String, String> map = new TreeMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  /** Reads the pair of host and node. */
  static HostKey hostKey(JsonNode pair) {
    return new HostKey(pair.path(0).asText(), pair.path(1).asText());
  }

  static ArrayNode pair(HostKey key) {
    return array().add(key.host()).add(key.node());
  }
}
