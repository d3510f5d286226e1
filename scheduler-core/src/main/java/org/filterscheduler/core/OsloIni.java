package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dialect of INI in which OpenStack's services are configured, as oslo.config does:
 * {@code key = value} or {@code key: value} below a {@code [section]}; a line that begins with a
 * blank continues the value before it; a line that begins with # or ; is a comment, and nothing
 * else is one. Used for one text.
 */
final class OsloIni {
  /** One assignment; a key may come more than once. */
  record Entry(String section, String key, String value, int line) {}

  private final String origin;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable String section;
  private @Nullable Entry open;
  private int line;

  private OsloIni(String origin) {
    this.origin = origin;
  }

  /**
   * Returns the assignments of a text, in their order.
   *
   * @throws ConfigurationException listing all malformed lines
   */
  static List<Entry> parse(String text, String origin) {
    OsloIni reader = new OsloIni(origin);
    for (String line : text.split("\r\n|\r|\n", -1)) {
      reader.line++;
      reader.take(line.stripTrailing());
    }
    reader.close();
    if (!reader.problems.isEmpty()) {
      throw new ConfigurationException(reader.problems);
    }
    return List.copyOf(reader.entries);
  }

  private void take(String text) {
    if (!text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t')) {
      continueWith(text);
      return;
    }
    close();
    if (text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == ';') {
      return;
    }
    if (text.charAt(0) == '[') {
      enter(text);
    } else {
      assign(text);
    }
  }

  private void continueWith(String text) {
    if (open == null) {
      malformed(text, "continues nothing: only an option's value goes on in an indented line");
      return;
    }
    String value = open.value() + "\n" + text.strip();
    open = new Entry(open.section(), open.key(), value, open.line());
  }

  private void enter(String text) {
    if (text.endsWith("]") && text.length() > 2) {
      section = text.substring(1, text.length() - 1);
    } else {
      malformed(text, "must be a section, as in [filter_scheduler]");
    }
  }

  private void assign(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=');
    int separator = colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
    if (separator < 1) {
      malformed(text, "must be option = value, [section], or a comment that begins with #");
    } else if (section == null) {
      malformed(text, "must stand below a section. Put [DEFAULT] before it");
    } else {
      String value = unquoted(text.substring(separator + 1).strip());
      open = new Entry(section, text.substring(0, separator).strip(), value, line);
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void close() {
    if (open != null) {
      entries.add(open);
      open = null;
    }
  }

  private void malformed(String text, String rule) {
    problems.add(origin + ": line " + line + " (" + text.strip() + ") " + rule + ".");
  }
}
