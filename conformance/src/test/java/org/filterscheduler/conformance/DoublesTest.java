package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class DoublesTest {
  private static JsonNode json(String text) throws Exception {
    return Json.parse(text);
  }

  @Test
  void equal_wholeAndFractionalForm_areEqual() throws Exception {
    assertThat(Doubles.equal(json("[1, 2.0, -0.0]"), json("[1.0, 2, 0]"))).isTrue();
  }

  @Test
  void equal_anyDifference_isUnequal() throws Exception {
    assertThat(Doubles.equal(json("[0.3]"), json("[0.30000000000000004]"))).isFalse();
    assertThat(Doubles.equal(json("[1]"), json("[1, 2]"))).isFalse();
    assertThat(Doubles.equal(json("[1]"), json("[null]"))).isFalse();
    assertThat(Doubles.equal(json("[1]"), json("[1]").path("absent"))).isFalse();
  }

  @Test
  void nearlyEqual_withinTheTolerance_isEqual() throws Exception {
    assertThat(Doubles.nearlyEqual(json("0.3"), json("0.30000000000000004"))).isTrue();
    assertThat(Doubles.nearlyEqual(json("-1e6"), json("-1000000.0000001"))).isTrue();
  }

  @Test
  void nearlyEqual_beyondTheTolerance_isUnequal() throws Exception {
    assertThat(Doubles.nearlyEqual(json("0.3"), json("0.30000000001"))).isFalse();
    assertThat(Doubles.nearlyEqual(json("0"), json("1e-300"))).isFalse();
  }
}
