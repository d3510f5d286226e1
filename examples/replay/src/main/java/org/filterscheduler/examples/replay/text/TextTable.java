package org.filterscheduler.examples.replay.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table in aligned columns, without lines and colours. Not safe for several threads. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> right = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Adds a column of words, aligned to the left.
   *
   * @param heading its heading; may be empty
   */
  public TextTable words(String heading) {
    return column(heading, false);
  }

  /**
   * Adds a column of numbers, aligned to the right.
   *
   * @param heading its heading; may be empty
   */
  public TextTable numbers(String heading) {
    return column(heading, true);
  }

  private TextTable column(String heading, boolean number) {
    headings.add(heading);
    right.add(number);
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells one per column
   */
  public TextTable row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "cells (" + cells.length + ") must be as many as columns (" + headings.size() + ").");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  /** Returns whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Prints the table; the headings only if one of them says something.
   *
   * @param indent what stands before each line
   * @param out where to
   */
  public void print(String indent, PrintWriter out) {
    int[] widths = widths();
    if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
      out.println(line(indent, headings, widths));
    }
    for (List<String> row : rows) {
      out.println(line(indent, row, widths));
    }
  }

  private int[] widths() {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = headings.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private String line(String indent, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(right.get(i) ? padding + cell : cell + padding).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
