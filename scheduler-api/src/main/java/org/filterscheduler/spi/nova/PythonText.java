package org.filterscheduler.spi.nova;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts as Python makes and takes them apart. Nova compares such texts, so a flavor that asks for
 * {@code <in> aes} of a list of CPU features asks for a piece of {@code ['aes', 'vmx']}.
 */
public final class PythonText {
  private static final int LAST_LATIN_1 = 0xff;

  private PythonText() {}

  /**
   * Returns the text of JSON-like data: strings as they are, numbers and booleans as {@code 2},
   * {@code 2.0}, {@code 1e+16} and {@code True}, nothing as {@code None}, lists and maps as {@code
   * ['a', 1]} and {@code {'a': 1}}. Floats have the fewest digits that give them back.
   *
   * @param value a string, a number, a boolean, null, or a list or map of such
   */
  public static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  /**
   * Returns a text without the white space at both ends. Unlike {@link String#strip()} that
   * includes the no-break spaces.
   *
   * @param text the text
   */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /**
   * Returns the words of a text: what stands between white space.
   *
   * @param text the text
   */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean inWord = at < text.length() && !isSpace(text.charAt(at));
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
    }
    return words;
  }

  /**
   * Compares two texts by their code points. {@link String#compareTo} differs where one has a
   * character beyond the first plane.
   *
   * @param left a text
   * @param right another
   * @return a number below, at or above 0, as left is before, at or after right
   */
  public static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int at = 0; at < length; at++) {
      char a = left.charAt(at);
      char b = right.charAt(at);
      if (a != b) {
        boolean onePlane = Character.isSurrogate(a) == Character.isSurrogate(b);
        return onePlane ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  // Python's set: what Java calls white space, what Unicode calls a separator, and NEL.
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static void append(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof Boolean truth) {
      out.append(truth ? "True" : "False");
    } else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      out.append(ShortestDouble.text(((Number) value).doubleValue()));
    } else if (value instanceof Map<?, ?> map) {
      append(map, out);
    } else if (value instanceof Iterable<?> list) {
      append(list, out);
    } else {
      out.append(value);
    }
  }

  private static void append(Map<?, ?> map, StringBuilder out) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      append(entry.getKey(), out);
      out.append(": ");
      append(entry.getValue(), out);
      separator = ", ";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void append(Iterable<?> list, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      append(element, out);
      separator = ", ";
    }
    out.append(']');
  }

  private static void quote(String text, StringBuilder out) {
    char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(mark);
    text.codePoints().forEach(point -> escape(point, mark, out));
    out.append(mark);
  }

  private static void escape(int point, char mark, StringBuilder out) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (point == '\\' || point == mark) {
          out.append('\\').append((char) point);
        } else if (isPrintable(point)) {
          out.appendCodePoint(point);
        } else {
          appendHex(point, out);
        }
      }
    }
  }

  private static void appendHex(int point, StringBuilder out) {
    String format = point <= LAST_LATIN_1 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
    out.append(String.format(format, point));
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
