package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of section 9.1 of the specification. */
final class NormaliserTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final OptionalDouble ZERO = OptionalDouble.of(0);

  // spotless:off
  static Stream<Arguments> cases() {
    return Stream.of(
        row("spread",                           NONE, of(1, 2, 5),          of(0, 0.25, 1)),
        row("spread above a minimum of 0",      ZERO, of(1, 2, 4),          of(0.25, 0.5, 1)),
        row("some below a minimum of 0",        ZERO, of(-2, 0, 2),         of(0, 0.5, 1)),
        row("all below a minimum of 0",         ZERO, of(-4, -2),           of(0, 1)),
        row("a minimum above all",              OptionalDouble.of(9), of(1, 3), of(0, 1)),
        row("equal",                            NONE, of(7, 7),             of(0, 0)),
        row("equal and positive, minimum 0",    ZERO, of(7, 7),             of(1, 1)),
        row("equal and negative, minimum 0",    ZERO, of(-7, -7),           of(0, 0)),
        row("zeros, minimum 0",                 ZERO, of(0, 0),             of(0, 0)),
        row("zeros of both signs",              NONE, of(0.0, -0.0),        of(0, 0)),
        row("thirds keep the order of operations", NONE, of(0, 1, 3),       of(0, 1.0 / 3.0, 1)),
        row("a range beyond the largest double", NONE,
            of(-Double.MAX_VALUE, 0, Double.MAX_VALUE),                     of(0, 0.5, 1)));
  }
  // spotless:on

  private static Arguments row(
      String name, OptionalDouble minimum, double[] raw, double[] normalised) {
    return Arguments.of(name, minimum, raw, normalised);
  }

  private static double[] of(double... values) {
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void normalise_ofRawWeights_isNovas(
      String name, OptionalDouble minimum, double[] raw, double[] normalised) {
    Normaliser normaliser = Normaliser.of(raw, minimum);

    assertThat(java.util.Arrays.stream(raw).map(normaliser::normalise).toArray())
        .as(name)
        .containsExactly(normalised);
  }
}
