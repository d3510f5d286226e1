package org.filterscheduler.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that differ from Nova's in default mode: data, with the switches that explain them.
 */
final class ListedDifferences {
  /**
   * One of them.
   *
   * @param id the case
   * @param switches the options with which the default would agree with Nova
   * @param answer ours
   */
  record Listed(String id, List<String> switches, JsonNode answer) {}

  private final Map<String, Listed> byId = new LinkedHashMap<>();

  static ListedDifferences load() {
    try (InputStream in = ListedDifferences.class.getResourceAsStream("/default-mode.jsonl")) {
      ListedDifferences all = new ListedDifferences();
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        all.add(Json.parse(line));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(JsonNode line) {
    Listed listed =
        new Listed(
            line.path("id").asText(), Json.texts(line.path("switches")), line.path("answer"));
    if (byId.put(listed.id(), listed) != null) {
      throw new IllegalArgumentException("default-mode.jsonl lists " + listed.id() + " twice.");
    }
  }

  /** Returns the line that lists a case, with the fewest switches that explain it. */
  static String line(ConformanceCase test, Outcome outcome) {
    ArrayNode switches = Json.array();
    fewestSwitches(test).forEach(switches::add);
    ObjectNode line = Json.object().put("id", test.id());
    line.set("switches", switches);
    return line.set("answer", outcome.answer()).toString();
  }

  private static List<String> fewestSwitches(ConformanceCase test) {
    List<List<String>> subsets = new ArrayList<>(List.of(List.of()));
    for (String one : Mode.switches()) {
      for (List<String> without : List.copyOf(subsets)) {
        List<String> with = new ArrayList<>(without);
        with.add(one);
        subsets.add(with);
      }
    }
    subsets.sort(Comparator.comparingInt(List::size));
    return subsets.stream()
        .filter(subset -> Judge.any(test, Mode.defaultWith(subset)).agrees())
        .findFirst()
        .orElse(List.of("none explains it"));
  }

  Optional<Listed> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Iterable<String> ids() {
    return byId.keySet();
  }
}
