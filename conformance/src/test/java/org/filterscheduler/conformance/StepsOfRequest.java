package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;

/** The decisions for the instances of a request, in the form of a case's "steps". */
final class StepsOfRequest {
  private StepsOfRequest() {}

  static ObjectNode step(Explanation explanation) {
    ObjectNode step = Json.object();
    ArrayNode filters = Json.array();
    step.putNull("start");
    boolean later = explanation.request().index() > 0;
    for (Explanation.Step one : explanation.steps()) {
      if (one.filter() && !(later && Stage.oncePerRequest().contains(one.name()))) {
        if (filters.isEmpty()) {
          step.put("start", one.hostsIn());
        }
        filters.add(Json.array().add(one.name()).add(one.hostsOut()));
      }
    }
    step.set("filters", filters);
    step.put("weighed", explanation.ranking().size());
    HostKey chosen = explanation.chosen();
    return chosen == null ? step : step.set("chosen", Json.pair(chosen));
  }

  /** Returns whether two steps are the same; the chosen host counts where Nova's is unique. */
  static boolean same(JsonNode expected, JsonNode ours) {
    return (sameFilters(expected, ours)
            || bothLeftNothingToFilter(expected, ours)
            || noneRan(expected, ours))
        && expected.path("weighed").equals(ours.path("weighed"))
        && (!expected.has("chosen") || expected.path("chosen").equals(ours.path("chosen")));
  }

  private static boolean sameFilters(JsonNode expected, JsonNode ours) {
    return expected.path("start").equals(ours.path("start"))
        && expected.path("filters").equals(ours.path("filters"));
  }

  /** Where no filter runs, all hosts that enter are weighed: whether they are counted is style. */
  private static boolean noneRan(JsonNode expected, JsonNode ours) {
    return expected.path("filters").isEmpty()
        && ours.path("filters").isEmpty()
        && expected.path("start").equals(expected.path("weighed"));
  }

  /**
   * Where the requested destination is unknown, Nova asks its first filter about no hosts; we do
   * not.
   */
  private static boolean bothLeftNothingToFilter(JsonNode expected, JsonNode ours) {
    return expected.path("start").asInt(-1) == 0
        && expected.path("filters").size() == 1
        && ours.path("start").isNull();
  }
}
