package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line of a file of cases: a cluster, a request, and what Nova answered.
 *
 * @param json the line
 */
record ConformanceCase(JsonNode json) {
  /** What a case asks about. */
  enum Kind {
    FILTER,
    WEIGHER,
    SCHEDULE
  }

  String id() {
    return json.path("id").asText();
  }

  Kind kind() {
    return switch (json.path("kind").asText()) {
      case "filter" -> Kind.FILTER;
      case "weigher" -> Kind.WEIGHER;
      case "schedule" -> Kind.SCHEDULE;
      default ->
          throw new IllegalArgumentException(
              id() + ": kind (" + json.path("kind") + ") must be filter, weigher or schedule.");
    };
  }

  JsonNode options() {
    return json.path("options");
  }

  JsonNode request() {
    return json.path("request");
  }

  JsonNode expect() {
    return json.path("expect");
  }

  /** Returns the how-many-eth instance of its request a filter case is about. */
  int index() {
    return json.path("index").asInt(0);
  }

  List<JsonNode> hosts() {
    List<JsonNode> hosts = new ArrayList<>();
    if (kind() == Kind.FILTER) {
      hosts.add(json.path("host"));
    } else {
      json.path("hosts").forEach(hosts::add);
    }
    return hosts;
  }

  /** Returns the case with its hosts registered the other way round. */
  ConformanceCase reversed() {
    List<JsonNode> hosts = new ArrayList<>(hosts());
    Collections.reverse(hosts);
    ObjectNode copy = json.deepCopy();
    copy.putArray("hosts").addAll(hosts);
    return new ConformanceCase(copy);
  }

  List<String> filters() {
    return kind() == Kind.FILTER ? List.of(json.path("name").asText()) : texts("filters");
  }

  List<String> weighers() {
    return texts("weighers");
  }

  /** Returns the names of the plug-ins that the case needs. */
  Set<String> plugins() {
    Set<String> names = new TreeSet<>(filters());
    names.addAll(weighers());
    return names;
  }

  private List<String> texts(String field) {
    return Json.texts(json.path(field));
  }

  @Override
  public String toString() {
    return id();
  }
}
