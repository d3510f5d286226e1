package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestSpec;

/** One filter, one host, one request: does the host pass, and with which limits? */
final class FilterCases {
  private FilterCases() {}

  static Outcome judge(ConformanceCase test, Mode mode) {
    JsonNode answer = answer(test, mode);
    return new Outcome(
        answer,
        agrees(test.expect(), answer)
            ? List.of()
            : List.of("expected " + test.expect() + " but was " + answer));
  }

  private static JsonNode answer(ConformanceCase test, Mode mode) {
    try {
      Stage stage = Stage.of(test, mode);
      RequestSpec request = RequestOfCase.alone(test.request()).index(test.index()).build();
      Explanation explanation = stage.scheduler().explain(request, stage.inventory().snapshot());
      return verdict(explanation.verdicts().get(0));
    } catch (PluginException | IllegalArgumentException e) {
      return Json.error(e);
    }
  }

  private static ObjectNode verdict(Explanation.HostVerdict verdict) {
    ObjectNode limits = Json.object();
    Map<String, Double> amounts = new TreeMap<>(verdict.limits().amounts());
    amounts.forEach(limits::put);
    return Json.object().put("pass", verdict.passes()).set("limits", limits);
  }

  private static boolean agrees(JsonNode expected, JsonNode answer) {
    if (expected.has("error")) {
      return !answer.path("pass").asBoolean(); // to fail or to reject is the same to the host
    }
    return answer.has("pass")
        && expected.path("pass").asBoolean() == answer.path("pass").asBoolean()
        && sameLimits(expected.path("limits"), answer.path("limits"));
  }

  /** Compares exactly: some cases are decided by the rounding of doubles. */
  static boolean sameLimits(JsonNode expected, JsonNode limits) {
    return expected.size() == limits.size()
        && limits.properties().stream()
            .allMatch(limit -> Doubles.equal(limit.getValue(), expected.path(limit.getKey())));
  }
}
