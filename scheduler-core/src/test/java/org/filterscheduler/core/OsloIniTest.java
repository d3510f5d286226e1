package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.core.OsloIni.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsloIniTest {
  @Test
  void parse_malformedLines_namesThemAll() {
    String text =
        """
        early = 1
        [DEFAULT]
        no separator here
        good = 1
        [broken
        []
        = nothing
        # comment
          continues a comment
        """;

    var thrown =
        catchThrowableOfType(ConfigurationException.class, () -> OsloIni.parse(text, "nova.conf"));

    assertThat(thrown.problems())
        .containsExactly(
            "nova.conf: line 1 (early = 1) must stand below a section. Put [DEFAULT] before it.",
            "nova.conf: line 3 (no separator here) must be option = value, [section], or a comment"
                + " that begins with #.",
            "nova.conf: line 5 ([broken) must be a section, as in [filter_scheduler].",
            "nova.conf: line 6 ([]) must be a section, as in [filter_scheduler].",
            "nova.conf: line 7 (= nothing) must be option = value, [section], or a comment that"
                + " begins with #.",
            "nova.conf: line 9 (continues a comment) continues nothing: only an option's value goes"
                + " on in an indented line.");
  }

  @Test
  void parse_commentsAndBlankLines_areSkipped() {
    assertThat(OsloIni.parse("# a\n; b\n\n[s]\n#key = 1\n", "x")).isEmpty();
  }

  @Test
  void parse_signsOfCommentsWithinAValue_belongToIt() {
    assertThat(value("url = mysql://u:p#ss@h/x ; y")).isEqualTo("mysql://u:p#ss@h/x ; y");
  }

  @Test
  void parse_continuationLines_joinTheValue() {
    List<Entry> entries = OsloIni.parse("[s]\nlist = a,\n  b,\n\tc\nnext = 1", "x");

    assertThat(entries)
        .containsExactly(new Entry("s", "list", "a,\nb,\nc", 2), new Entry("s", "next", "1", 5));
  }

  @Test
  void parse_continuationAfterABlankLine_isMalformed() {
    var thrown =
        catchThrowableOfType(
            ConfigurationException.class, () -> OsloIni.parse("[s]\na = 1\n\n 2", "x"));

    assertThat(thrown).hasMessageContaining("x: line 4 (2) continues nothing");
  }

  @Test
  void parse_repeatedKeysAndSections_areAllKept() {
    List<Entry> entries = OsloIni.parse("[s]\na = 1\na = 2\n[t]\na = 3\n[s]\na = 4", "x");

    assertThat(entries).extracting(Entry::section).containsExactly("s", "s", "t", "s");
    assertThat(entries).extracting(Entry::value).containsExactly("1", "2", "3", "4");
  }

  @ParameterizedTest
  @CsvSource({
    "key=value, value", "key: value, value", "key = a:b, a:b", "key : a=b, a=b",
    "key =, ''", "key = \"a b\", a b", "key = \"'a'\", '''a'''", "key = \"a, \"a",
    "key = \", \"", "'key = a   ', a",
  })
  void parse_valueInItsForms_isWhatOsloReads(String line, String expected) {
    assertThat(value(line)).isEqualTo(expected);
  }

  @Test
  void parse_linesOfOtherSystems_areLines() {
    assertThat(OsloIni.parse("[s]\r\na = 1\rb = 2", "x"))
        .extracting(Entry::line)
        .containsExactly(2, 3);
  }

  private static String value(String line) {
    return OsloIni.parse("[s]\n" + line, "x").get(0).value();
  }
}
