package org.filterscheduler.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the values for {@code $option}, {@code ${option}} and {@code $section.option}, as
 * oslo.config does; {@code $$} and {@code \$} stand for the sign itself.
 */
final class NovaReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$|\\\\\\$|\\$(\\w+(?:\\.\\w+)?)|\\$\\{(\\w+(?:\\.\\w+)?)}");

  /** Deeper than anybody nests them; options that refer to each other end here. */
  private static final int DEEPEST = 10;

  private final Map<String, String> values = new HashMap<>();

  NovaReferences(List<OsloIni.Entry> entries) {
    entries.forEach(entry -> values.put(entry.section() + "." + entry.key(), entry.value()));
  }

  /** Returns a value with its references put in; those that lead nowhere stay as they are. */
  String resolve(String section, String value) {
    return resolve(section, value, DEEPEST);
  }

  private String resolve(String section, String value, int depth) {
    if (value.indexOf('$') < 0 || depth == 0) {
      return value;
    }
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(put(section, matcher, depth)));
    }
    return matcher.appendTail(out).toString();
  }

  private String put(String section, Matcher reference, int depth) {
    String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
    if (name == null) {
      return "$";
    }
    String found = lookUp(section, name);
    return found == null ? reference.group() : resolve(section, found, depth - 1);
  }

  private @Nullable String lookUp(String section, String name) {
    if (name.indexOf('.') >= 0) {
      return values.get(name);
    }
    String near = values.get(section + "." + name);
    return near == null ? values.get("DEFAULT." + name) : near;
  }
}
