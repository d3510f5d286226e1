package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.filterscheduler.api.ClusterSnapshot;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;

/** A whole decision for one or several instances: which hosts, and how many each filter left. */
final class ScheduleCases {
  private ScheduleCases() {}

  static Outcome judge(ConformanceCase test, Mode mode) {
    JsonNode answer = answer(test, mode);
    return new Outcome(answer, differences(test.expect(), answer));
  }

  private static JsonNode answer(ConformanceCase test, Mode mode) {
    try {
      return answer(Stage.of(test, mode), RequestOfCase.of(test.request()));
    } catch (PluginException | IllegalArgumentException e) {
      return Json.error(e);
    }
  }

  private static JsonNode answer(Stage stage, RequestSpec request) {
    ClusterSnapshot before = stage.inventory().snapshot();
    SchedulingResult result = stage.scheduler().select(request);
    if (result instanceof SchedulingResult.Scheduled scheduled) {
      return scheduled(scheduled.selections());
    }
    if (result instanceof SchedulingResult.NoValidHost refused) {
      return refused(stage, request, before, refused.explanation());
    }
    return Json.object().put("result", result.message());
  }

  private static ObjectNode scheduled(List<Selection> selections) {
    ArrayNode chosen = Json.array();
    ArrayNode limits = Json.array();
    for (Selection selection : selections) {
      chosen.add(Json.pair(selection.host()));
      ObjectNode amounts = limits.addObject();
      new TreeMap<>(selection.limits().amounts()).forEach(amounts::put);
    }
    ObjectNode answer = Json.object().put("result", "ok");
    answer.set("chosen", chosen);
    answer.set("limits", limits);
    return answer.set("steps", steps(selections));
  }

  /**
   * A refusal explains the instance that got no host. Those before it are placed one after the
   * other in any case, so a request for just them gives their steps.
   */
  private static ObjectNode refused(
      Stage stage, RequestSpec request, ClusterSnapshot before, Explanation explanation) {
    int placed = explanation.request().index();
    ArrayNode steps = placed == 0 ? Json.array() : steps(first(stage, request, before, placed));
    steps.add(StepsOfRequest.step(explanation));
    return Json.object().put("result", "NoValidHost").set("steps", steps);
  }

  private static List<Selection> first(
      Stage stage, RequestSpec request, ClusterSnapshot before, int instances) {
    List<String> uuids = request.instanceUuids();
    RequestSpec fewer =
        request.toBuilder()
            .numInstances(instances)
            .instanceUuids(uuids.isEmpty() ? uuids : uuids.subList(0, instances))
            .build();
    return stage.scheduler().dryRun(fewer, before).scheduled().orElseThrow().selections();
  }

  private static ArrayNode steps(List<Selection> selections) {
    ArrayNode steps = Json.array();
    for (Selection selection : selections) {
      steps.add(StepsOfRequest.step(selection.explanation()));
    }
    return steps;
  }

  private static List<String> differences(JsonNode expect, JsonNode answer) {
    List<String> differences = new ArrayList<>();
    if (expect.has("error") && answer.has("error")) {
      return differences;
    }
    if (!expect.path("result").equals(answer.path("result"))) {
      differences.add("expected " + expect.path("result") + " but was " + answer);
      return differences;
    }
    compareChosen(expect, answer.path("chosen"), differences);
    if (expect.has("limits") && expect.path("chosen").equals(answer.path("chosen"))) {
      compareLimits(expect.path("limits"), answer.path("limits"), differences);
    }
    // Where Nova's weighers remember the ranges of earlier instances, ours do not.
    JsonNode steps =
        expect.has("steps_fresh_range") ? expect.path("steps_fresh_range") : expect.path("steps");
    compareSteps(steps, answer.path("steps"), differences);
    return differences;
  }

  private static void compareChosen(JsonNode expect, JsonNode chosen, List<String> differences) {
    JsonNode right = expect.has("chosen_fresh_range") ? fresh(expect) : expect.path("acceptable");
    if (!acceptable(right, chosen)) {
      differences.add("expected one of " + right + " but was " + chosen);
    }
  }

  /**
   * Returns the right hosts of each instance where ranges are forgotten: one each, but any (null)
   * for an instance of which the steps name none, as they do with ties.
   */
  private static ArrayNode fresh(JsonNode expect) {
    ArrayNode right = Json.array();
    JsonNode steps = expect.path("steps_fresh_range");
    for (JsonNode chosen : expect.path("chosen_fresh_range")) {
      JsonNode step = steps.path(right.size());
      boolean unique = step.isMissingNode() || step.has("chosen");
      if (unique) {
        right.addArray().add(chosen);
      } else {
        right.addNull();
      }
    }
    return right;
  }

  private static boolean acceptable(JsonNode acceptable, JsonNode chosen) {
    boolean right = acceptable.size() == chosen.size();
    for (int i = 0; right && i < acceptable.size(); i++) {
      right = acceptable.get(i).isNull() || contains(acceptable.get(i), chosen.get(i));
    }
    return right;
  }

  private static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode one : list) {
      if (one.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static void compareLimits(JsonNode expected, JsonNode ours, List<String> differences) {
    boolean same = expected.size() == ours.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = FilterCases.sameLimits(expected.get(i), ours.get(i));
    }
    if (!same) {
      differences.add("expected limits " + expected + " but was " + ours);
    }
  }

  private static void compareSteps(JsonNode expected, JsonNode ours, List<String> differences) {
    if (expected.size() != ours.size()) {
      differences.add("expected " + expected.size() + " steps " + expected + " but was " + ours);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!StepsOfRequest.same(expected.get(i), ours.get(i))) {
        differences.add("expected step " + expected.get(i) + " but was " + ours.get(i));
      }
    }
  }
}
