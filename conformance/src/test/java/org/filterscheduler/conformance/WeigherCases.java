package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.WeightPart;

/** Weighers over a list of hosts: raw, normalised and final weights, and the order. */
final class WeigherCases {
  private WeigherCases() {}

  static Outcome judge(ConformanceCase test, Mode mode) {
    JsonNode expected = expected(test);
    JsonNode answer = answer(test, mode);
    List<String> differences = new ArrayList<>();
    if (expected.has("error")) {
      expect(answer.has("error"), "an error", expected, answer, differences);
    } else {
      compareWeighers(expected.path("weighers"), answer.path("weighers"), differences);
      boolean sameWeights = Doubles.nearlyEqual(expected.path("weights"), answer.path("weights"));
      expect(sameWeights, "weights", expected, answer, differences);
      boolean sameOrder =
          tieGroups(expected, expected.path("order"))
              .equals(tieGroups(expected, answer.path("order")));
      expect(sameOrder, "order", expected, answer, differences);
    }
    return new Outcome(answer, differences);
  }

  /**
   * Our weighers forget: where Nova's remember earlier requests, it is as if there had been none.
   */
  private static JsonNode expected(ConformanceCase test) {
    JsonNode expect = test.expect();
    return expect.has("fresh") ? expect.path("fresh") : expect;
  }

  private static JsonNode answer(ConformanceCase test, Mode mode) {
    try {
      Stage stage = Stage.of(test, mode);
      RequestSpec request = RequestOfCase.alone(test.request()).build();
      return answer(
          test, stage.scheduler().explain(request, stage.inventory().snapshot()).ranking());
    } catch (PluginException | IllegalArgumentException e) {
      return Json.error(e);
    }
  }

  private static ObjectNode answer(ConformanceCase test, List<RankedHost> ranking) {
    List<HostKey> keys = test.hosts().stream().map(HostOfCase::key).toList();
    Map<HostKey, RankedHost> byKey = new HashMap<>();
    ArrayNode order = Json.array();
    for (RankedHost host : ranking) {
      byKey.put(host.host(), host);
      order.add(keys.indexOf(host.host()));
    }
    List<RankedHost> inInputOrder =
        keys.stream().filter(byKey::containsKey).map(byKey::get).toList();
    ArrayNode weights = Json.array();
    inInputOrder.forEach(host -> weights.add(host.weight()));
    ObjectNode answer = Json.object();
    answer.set("weighers", weighers(test, inInputOrder));
    answer.set("weights", weights);
    return answer.set("order", order);
  }

  private static ArrayNode weighers(ConformanceCase test, List<RankedHost> hosts) {
    ArrayNode weighers = Json.array();
    boolean weighed = !hosts.isEmpty() && !hosts.get(0).parts().isEmpty();
    for (int i = 0; weighed && i < test.weighers().size(); i++) {
      weighers.add(weigher(i, hosts));
    }
    return weighers;
  }

  private static ObjectNode weigher(int index, List<RankedHost> hosts) {
    WeightPart first = hosts.get(0).parts().get(index);
    ArrayNode raw = Json.array();
    ArrayNode normalized = Json.array();
    for (RankedHost host : hosts) {
      raw.add(host.parts().get(index).raw());
      normalized.add(host.parts().get(index).normalised());
    }
    ObjectNode weigher = Json.object();
    weigher.put("name", first.weigher()).put("multiplier", first.multiplier());
    weigher.set("raw", raw);
    return weigher.set("normalized", normalized);
  }

  private static void compareWeighers(
      JsonNode expected, JsonNode answer, List<String> differences) {
    if (expected.size() != answer.size()) {
      differences.add("expected weighers " + expected + " but was " + answer);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      JsonNode theirs = expected.get(i);
      JsonNode ours = answer.get(i);
      boolean same =
          theirs.path("name").equals(ours.path("name"))
              && Doubles.nearlyEqual(theirs.path("multiplier"), ours.path("multiplier"))
              && Doubles.equal(theirs.path("raw"), ours.path("raw"))
              && Doubles.nearlyEqual(theirs.path("normalized"), ours.path("normalized"));
      if (!same) {
        differences.add("expected " + theirs + " but was " + ours);
      }
    }
  }

  /** Returns an order with each position replaced by the lowest of those that it ties with. */
  private static List<Integer> tieGroups(JsonNode expected, JsonNode order) {
    Map<Integer, Integer> lowest = new HashMap<>();
    for (JsonNode group : expected.path("ties")) {
      group.forEach(position -> lowest.put(position.asInt(), group.get(0).asInt()));
    }
    List<Integer> groups = new ArrayList<>();
    order.forEach(position -> groups.add(lowest.getOrDefault(position.asInt(), position.asInt())));
    return groups;
  }

  private static void expect(
      boolean holds, String what, JsonNode expected, JsonNode answer, List<String> differences) {
    if (!holds) {
      differences.add("expected " + what + " of " + expected + " but was " + answer);
    }
  }
}
