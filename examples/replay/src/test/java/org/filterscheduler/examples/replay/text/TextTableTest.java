package org.filterscheduler.examples.replay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void print_wordsAndNumbers_alignsThem() {
    TextTable table =
        new TextTable().words("NAME").numbers("N").words("").row("a", 1, "x").row("bcdef", 20, "");

    assertThat(printed(table)).containsExactly("  NAME    N", "  a       1  x", "  bcdef  20");
  }

  @Test
  void print_noHeadings_printsRowsOnly() {
    assertThat(printed(new TextTable().words("").numbers("").row("a", 1)))
        .containsExactly("  a  1");
  }

  @Test
  void row_tooFewCells_isRefused() {
    TextTable table = new TextTable().words("A").words("B");

    assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("as many as columns (2)");
  }

  @Test
  void paragraph_manyNames_breaksBetweenThem() {
    StringWriter text = new StringWriter();
    String name = "x".repeat(40);

    Paragraph.printNames("names ", List.of(name, name, name), new PrintWriter(text, true));

    assertThat(text.toString().lines())
        .containsExactly("names " + name + ", " + name + ",", "      " + name);
  }

  private static List<String> printed(TextTable table) {
    StringWriter text = new StringWriter();
    table.print("  ", new PrintWriter(text, true));
    return text.toString().lines().toList();
  }
}
