package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NovaNumbersTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "+.5, 0.5",
    "5., 5",
    "5.e1, 50",
    "1e3, 1000",
    "1e+3, 1000",
    "1_0.2_5, 10.25",
    "1_0.0_1e1_0, 100100000000",
    "' 7 ', 7",
    "'\u00a07\u2003', 7",
    "'\t7\n', 7",
    "007, 7",
    "1E-2, 0.01",
    "1e400, Infinity",
    "inf, Infinity",
    "+INF, Infinity",
    "-Infinity, -Infinity",
    "NaN, NaN",
    "-nan, NaN",
    "٣.٥, 3.5"
  })
  void parseDouble_whatPythonTakes_isTheNumber(String text, double expected) {
    assertThat(NovaNumbers.parseDouble(text)).hasValue(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "", " ", "abc", "1f", "1d", "1F", "0x10", "0x1p3", "1,5", "1 2", "1_", "_1", "1__0", "1_.0",
        "1._0", ".", "e3", "1e", "+", "--1", "1e1.5", "infin", "- 1", "½"
      })
  void parseDouble_whatPythonRefuses_isEmpty(String text) {
    assertThat(NovaNumbers.parseDouble(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, 1",
    "-8, -8",
    "+8, 8",
    "' 12\t', 12",
    "1_000, 1000",
    "007, 7",
    "٤, 4",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "-99999999999999999999, -9223372036854775808"
  })
  void parseLong_whatPythonTakes_isTheNumber(String text, long expected) {
    assertThat(NovaNumbers.parseLong(text)).hasValue(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "8.5", "8.0", "1e3", "inf", "0x10", "8L", "1,000", "1__0", "8 8"})
  void parseLong_anythingElse_isEmpty(String text) {
    assertThat(NovaNumbers.parseLong(text)).isEmpty();
  }

  @Test
  void require_noNumber_throwsWithTheText() {
    assertThat(NovaNumbers.requireDouble("2.5")).isEqualTo(2.5);
    assertThat(NovaNumbers.requireLong("2")).isEqualTo(2);
    assertThatThrownBy(() -> NovaNumbers.requireDouble("1f"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"1f\" is no number");
    assertThatThrownBy(() -> NovaNumbers.requireLong("8.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"8.5\" is no whole number");
  }
}
