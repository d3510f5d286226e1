package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came of a case.
 *
 * @param answer our answer, in the form of the case's "expect"
 * @param differences in what it differs from Nova's; empty where it agrees
 */
record Outcome(JsonNode answer, List<String> differences) {
  Outcome {
    differences = List.copyOf(differences);
  }

  boolean agrees() {
    return differences.isEmpty();
  }
}
