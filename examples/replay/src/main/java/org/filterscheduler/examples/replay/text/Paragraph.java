package org.filterscheduler.examples.replay.text;

import java.io.PrintWriter;
import java.util.List;

/** Text that is broken into lines. */
public final class Paragraph {
  private static final int WIDTH = 96;

  private Paragraph() {}

  /**
   * Prints words behind a heading; further lines stand under the first word.
   *
   * @param heading what stands before the first line, blanks included
   * @param words the words, which are not broken
   * @param out where to
   */
  public static void print(String heading, List<String> words, PrintWriter out) {
    String indent = " ".repeat(heading.length());
    StringBuilder line = new StringBuilder(heading);
    for (String word : words) {
      boolean first = line.toString().isBlank() || line.length() == heading.length();
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
    }
    out.println(line);
  }

  /**
   * Prints names with commas between them behind a heading.
   *
   * @param heading what stands before the first line, blanks included
   * @param names the names
   * @param out where to
   */
  public static void printNames(String heading, List<String> names, PrintWriter out) {
    print(heading, List.of(String.join(", ", names).split(" ")), out);
  }

  /**
   * Prints a text behind a heading.
   *
   * @param heading what stands before the first line, blanks included
   * @param text the text
   * @param out where to
   */
  public static void printText(String heading, String text, PrintWriter out) {
    print(heading, List.of(text.split(" ")), out);
  }
}
