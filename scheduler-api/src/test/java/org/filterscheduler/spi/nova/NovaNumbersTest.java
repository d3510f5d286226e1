package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;

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
    "1e3, 1000",
    "1_0.2_5, 10.25",
    "' 7 ', 7",
    "007, 7",
    "1E-2, 0.01",
    "inf, Infinity",
    "-Infinity, -Infinity",
    "NaN, NaN"
  })
  void parseDouble_whatPythonTakes_isTheNumber(String text, double expected) {
    assertThat(NovaNumbers.parseDouble(text)).hasValue(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"", " ", "1f", "1d", "0x10", "1,5", "1_", "_1", "1__0", ".", "e3", "1e", "- 1"})
  void parseDouble_whatPythonRefuses_isEmpty(String text) {
    assertThat(NovaNumbers.parseDouble(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1, 1", "-8, -8", "+8, 8", "' 12\t', 12", "1_000, 1000", "007, 7"})
  void parseLong_whatPythonTakes_isTheNumber(String text, long expected) {
    assertThat(NovaNumbers.parseLong(text)).hasValue(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "8.5", "1e3", "0x10", "8L", "1,000", "99999999999999999999"})
  void parseLong_anythingElse_isEmpty(String text) {
    assertThat(NovaNumbers.parseLong(text)).isEmpty();
  }
}
