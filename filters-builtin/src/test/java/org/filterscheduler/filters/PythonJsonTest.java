package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.filterscheduler.spi.nova.PythonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonJsonTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2|2",
        "2.0|2.0",
        "-0|0",
        "-0.0|-0.0",
        "1E5|100000.0",
        "1e400|inf",
        "NaN|nan",
        "Infinity|inf",
        "-Infinity|-inf",
        "123456789012345678901234567890|123456789012345678901234567890",
        "true|True",
        "null|None",
        "\"text\"|text",
        "\"\\u00e9\\n\"|`é\n`",
        "[]|[]",
        "{}|{}",
        "[1, \"a\", [null]]|[1, 'a', [None]]",
        "{\"z\": 1, \"a\": {\"b\": []}}|{'z': 1, 'a': {'b': []}}",
        "{\"a\": 1, \"b\": 2, \"a\": 3}|{'a': 3, 'b': 2}",
        "` \t\r\n7 `|7",
      })
  void read_json_isPythonsData(String document, String text) throws IOException {
    assertThat(PythonText.of(PythonJson.read(document))).isEqualTo(text);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "'text'",
        "{",
        "[1",
        "[1,]",
        "{\"a\":}",
        "{\"a\" 1}",
        "{a: 1}",
        "1 2",
        "{} {}",
        "01",
        "1.",
        ".5",
        "+1",
        "INF",
        "-INF",
        "nan",
        "infinity",
        "True",
        "None",
        "[,1]",
        "\"\n\"",
        "// no",
        "[1] x",
        "\"open",
        "{\"a\": 1,}",
        "[1 2]",
        "tru"
      })
  void read_other_isRefused(String document) {
    assertThatThrownBy(() -> PythonJson.read(document)).isInstanceOf(IOException.class);
  }
}
