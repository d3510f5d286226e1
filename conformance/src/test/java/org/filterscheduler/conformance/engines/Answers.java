package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Answers as maps and lists of values that two engines must have in common. The faults of plug-ins
 * are no part of them: an engine that does not ask a plug-in about a host learns of no fault.
 */
final class Answers {
  private Answers() {}

  static Map<String, Object> of(SchedulingResult result) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", result.getClass().getSimpleName());
    if (result instanceof SchedulingResult.Scheduled scheduled) {
      List<Object> selections = new ArrayList<>();
      scheduled.selections().forEach(selection -> selections.add(of(selection)));
      answer.put("selections", selections);
    } else if (result instanceof SchedulingResult.NoValidHost refused) {
      answer.put("why", of(refused.explanation()));
    } else {
      answer.put("result", result);
    }
    return answer;
  }

  private static Map<String, Object> of(Selection selection) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("instance", selection.instanceUuid());
    answer.put("host", selection.host());
    answer.put("limits", selection.limits());
    answer.put("claim", selection.claim().map(Answers::of).orElse(List.of()));
    answer.put("why", of(selection.explanation()));
    answer.put("alternates", selection.alternates(2));
    return answer;
  }

  static Map<String, Object> of(Explanation explanation) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("index", explanation.request().index());
    answer.put("hosts", explanation.hosts());
    answer.put("steps", explanation.steps());
    answer.put("ranking", explanation.ranking());
    answer.put("nearestMisses", explanation.nearestMisses());
    answer.put("verdicts", explanation.verdicts());
    return answer;
  }

  /** A claim prints less than it is equal by. */
  static List<@Nullable Object> of(Claim claim) {
    return Arrays.asList(
        claim.id(),
        claim.instanceUuid(),
        claim.host(),
        claim.state(),
        claim.createdAt(),
        claim.expiresAt(),
        claim.resources(),
        claim.receipts(),
        claim.limits(),
        claim.groupId(),
        claim.flavorId(),
        claim.forced());
  }

  static Object of(RuntimeException exception) {
    if (exception instanceof ClaimException refused) {
      // A fork makes up ids of its own.
      boolean own = refused.code() != ClaimException.Code.BOOKING_REFUSED;
      return List.of("ClaimException", refused.code(), own ? refused.claimId() : "");
    }
    if (exception instanceof PluginException fault) {
      return List.of("PluginException", fault.plugin());
    }
    return List.of(exception.getClass().getSimpleName(), String.valueOf(exception.getMessage()));
  }
}
