package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The options of a case as a nova.conf, the form in which an operator has them. */
final class NovaConfText {
  private NovaConfText() {}

  static String of(JsonNode options) {
    Map<String, StringBuilder> sections = new TreeMap<>();
    options.properties().forEach(entry -> addLine(sections, entry.getKey(), entry.getValue()));
    StringBuilder text = new StringBuilder();
    sections.forEach((name, lines) -> text.append('[').append(name).append("]\n").append(lines));
    return text.toString();
  }

  private static void addLine(Map<String, StringBuilder> sections, String option, JsonNode value) {
    int dot = option.indexOf('.');
    String section = dot < 0 ? "DEFAULT" : option.substring(0, dot);
    sections
        .computeIfAbsent(section, name -> new StringBuilder())
        .append(option.substring(dot + 1))
        .append(" = ")
        .append(text(value))
        .append('\n');
  }

  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "True" : "False";
    }
    if (value.isArray()) {
      StringJoiner list = new StringJoiner(", ");
      value.forEach(entry -> list.add(entry.asText()));
      return list.toString();
    }
    return value.asText();
  }
}
