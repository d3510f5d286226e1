package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PythonTextTest {
  static Stream<Arguments> data() {
    return Stream.of(
        Arguments.of("nothing", null, "None"),
        Arguments.of("a string is itself", "it's \"so\"", "it's \"so\""),
        Arguments.of("an int", 2, "2"),
        Arguments.of("a negative long", -9L, "-9"),
        Arguments.of(
            "a big whole number", new BigInteger("123456789012345678901"), "123456789012345678901"),
        Arguments.of("a float keeps its fraction", 2.0, "2.0"),
        Arguments.of("a decimal is a float", new BigDecimal("2.50"), "2.5"),
        Arguments.of("true", true, "True"),
        Arguments.of("false", false, "False"),
        Arguments.of("an empty list", List.of(), "[]"),
        Arguments.of("an empty map", Map.of(), "{}"),
        Arguments.of("a list of strings", List.of("aes", "vmx"), "['aes', 'vmx']"),
        Arguments.of(
            "a mixed list", Arrays.asList(1, 2.5, null, true, "x"), "[1, 2.5, None, True, 'x']"),
        Arguments.of("a nested map", Map.of("a", Map.of("b", List.of(1))), "{'a': {'b': [1]}}"),
        Arguments.of("a quote in a list", List.of("it's"), "[\"it's\"]"),
        Arguments.of("a double quote in a list", List.of("\""), "['\"']"),
        Arguments.of("both quotes in a list", List.of("'\""), "['\\'\"']"),
        Arguments.of("a backslash in a list", List.of("\\"), "['\\\\']"),
        Arguments.of(
            "control characters in a list",
            List.of("\n\r\t\u0001\u007f"),
            "['\\n\\r\\t\\x01\\x7f']"),
        Arguments.of("a no-break space in a list", List.of("\u00a0"), "['\\xa0']"),
        Arguments.of("a line separator in a list", List.of("\u2028"), "['\\u2028']"),
        Arguments.of("letters and emoji in a list", List.of("é😀"), "['é😀']"),
        Arguments.of(
            "a private character in a list",
            List.of(new String(Character.toChars(0xF0000))),
            "['\\U000f0000']"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("data")
  void of_data_givesPythonsText(String name, Object value, String text) {
    assertThat(PythonText.of(value)).as(name).isEqualTo(text);
  }

  @Test
  void of_map_keepsTheOrderOfItsKeys() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", new ArrayList<>());
    assertThat(PythonText.of(map)).isEqualTo("{'z': 1, 'a': []}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing to strip, 'a b', 'a b'",
    "blanks, '  a b  ', 'a b'",
    "tab and line feed, '\ta\n', a",
    "no-break spaces, '\u00a0a\u202f', a",
    "next line, '\u0085a', a",
    "information separators, '\u001ca\u001f', a",
    "a zero width space is none, '\u200ba', '\u200ba'",
    "only blanks, '   ', ''",
  })
  void strip_text_takesAllWhiteSpace(String name, String text, String stripped) {
    assertThat(PythonText.strip(text)).as(name).isEqualTo(stripped);
  }

  @Test
  void words_anyWhiteSpace_separates() {
    assertThat(PythonText.words(" \ta  b\u00a0c\nd ")).containsExactly("a", "b", "c", "d");
    assertThat(PythonText.words("one")).containsExactly("one");
    assertThat(PythonText.words(" \u2003")).isEmpty();
    assertThat(PythonText.words("")).isEmpty();
  }

  @Test
  void compare_codePoints_decide() {
    assertThat(PythonText.compare("a", "b")).isNegative();
    assertThat(PythonText.compare("ab", "a")).isPositive();
    assertThat(PythonText.compare("a", "a")).isZero();
    assertThat(PythonText.compare("Z", "a")).isNegative();
    assertThat(PythonText.compare("😀", "\uff01")).isPositive();
    assertThat(PythonText.compare("\uff01", "😀")).isNegative();
    assertThat(PythonText.compare("😀", "😁")).isNegative();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a ratio, 1.5, 1.5",
    "a whole number, 16, 16.0",
    "the largest plain one, 1e15, 1000000000000000.0",
    "the next needs an exponent, 1e16, 1e+16",
    "more digits and exponent, 1.25e22, 1.25e+22",
    "the smallest plain one, 1e-4, 0.0001",
    "the next below, 1e-5, 1e-05",
    "three digits of exponent, 1e-300, 1e-300",
    "the smallest of all, 4.9e-324, 5e-324",
    "the largest of all, 1.7976931348623157e308, 1.7976931348623157e+308",
    "a power of two that rounds up, 5.684341886080802e-14, 5.684341886080802e-14",
    "one that JDK 17 writes too long, 2e-3, 0.002",
    "negative, -0.5, -0.5",
    "negative nought, -0.0, -0.0",
    "nought, 0, 0.0",
    "infinite, Infinity, inf",
    "negative infinite, -Infinity, -inf",
    "no number, NaN, nan",
  })
  void of_double_isShortest(String name, double value, String text) {
    assertThat(PythonText.of(value)).as(name).isEqualTo(text);
  }
}
