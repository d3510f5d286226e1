package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;

/** Compares numbers, alone or in lists, as the cases want them compared. */
final class Doubles {
  private static final double TOLERANCE = 1e-12;

  private Doubles() {}

  static boolean equal(JsonNode first, JsonNode second) {
    return all(first, second, (a, b) -> a.doubleValue() == b.doubleValue());
  }

  static boolean nearlyEqual(JsonNode first, JsonNode second) {
    return all(first, second, (a, b) -> nearlyEqual(a.doubleValue(), b.doubleValue()));
  }

  private static boolean nearlyEqual(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  }

  private static boolean all(
      JsonNode first, JsonNode second, BiPredicate<JsonNode, JsonNode> equal) {
    if (!first.isArray()) {
      return first.isNumber() && second.isNumber() && equal.test(first, second);
    }
    if (first.size() != second.size()) {
      return false;
    }
    for (int i = 0; i < first.size(); i++) {
      if (!all(first.path(i), second.path(i), equal)) {
        return false;
      }
    }
    return true;
  }
}
