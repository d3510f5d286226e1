package org.filterscheduler.examples.replay.input;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object in a JSON or HOCON file, read strictly: a value of another type, an unknown name and a
 * number out of range are errors that name their place. Values are not converted.
 */
final class Section {
  private static final long MOST = 1L << 50;

  private final String file;
  private final String path;
  private final ConfigObject object;

  Section(String file, String path, ConfigObject object) {
    this.file = file;
    this.path = path;
    this.object = object;
  }

  /** Refuses names that nobody reads. */
  Section only(Set<String> names) {
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      if (!names.contains(entry.getKey())) {
        String nearest =
            Nearest.to(entry.getKey(), names).map(name -> "; maybe " + name + "?").orElse("");
        throw InputException.wrong(
            where(entry.getKey(), entry.getValue()),
            "unknown field",
            "one of " + String.join(", ", names.stream().sorted().toList()) + nearest);
      }
    }
    return this;
  }

  boolean has(String name) {
    ConfigValue value = object.get(name);
    return value != null && value.valueType() != ConfigValueType.NULL;
  }

  /** Returns a whole number of 0 or more; the default where it is absent. */
  long amount(String name, long otherwise) {
    return has(name) ? amount(name, value(name), 0) : otherwise;
  }

  /** Returns a whole number of 0 or more that fits an int; the default where it is absent. */
  int count(String name, int least, int otherwise) {
    long amount = has(name) ? amount(name, value(name), least) : otherwise;
    if (amount > Integer.MAX_VALUE) {
      throw wrong(name, "at most " + Integer.MAX_VALUE);
    }
    return (int) amount;
  }

  /** Returns a finite number of 0 or more; the default where it is absent. */
  double ratio(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (value(name).unwrapped() instanceof Number number
        && number.doubleValue() >= 0
        && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong(name, "a finite number, 0 or more");
  }

  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    if (value(name).unwrapped() instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** Returns a text that is not blank. */
  String text(String name) {
    return text(name, value(name));
  }

  /** Returns a text that is not blank; the default where it is absent. */
  @Nullable String text(String name, @Nullable String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /** Returns a list of texts; an empty one where it is absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (ConfigValue value : list(name)) {
      texts.add(text(name + "[" + texts.size() + "]", value));
    }
    return texts;
  }

  /** Returns an object of texts; an empty one where it is absent. Numbers are not texts. */
  Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (has(name)) {
      Section section = section(name);
      for (String key : section.names()) {
        texts.put(key, section.plainText(key));
      }
    }
    return texts;
  }

  /** Returns an object of any values; an empty one where it is absent. */
  Map<String, @Nullable Object> data(String name) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    if (has(name)) {
      data.putAll(section(name).object.unwrapped());
    }
    return data;
  }

  /** Returns an object that must be there. */
  Section section(String name) {
    return section(name, value(name));
  }

  /** Returns a list of objects; an empty one where it is absent. */
  List<Section> sections(String name) {
    List<Section> sections = new ArrayList<>();
    for (ConfigValue value : list(name)) {
      sections.add(section(name + "[" + sections.size() + "]", value));
    }
    return sections;
  }

  /** Returns a list of lists of texts, each of a given length; an empty one where it is absent. */
  List<List<String>> tuples(String name, int length, String expected) {
    List<List<String>> tuples = new ArrayList<>();
    for (ConfigValue value : list(name)) {
      String place = name + "[" + tuples.size() + "]";
      if (value.unwrapped() instanceof List<?> tuple
          && tuple.size() == length
          && tuple.stream().allMatch(String.class::isInstance)) {
        tuples.add(tuple.stream().map(String.class::cast).toList());
      } else {
        throw InputException.wrong(where(place, value), shown(value), expected);
      }
    }
    return tuples;
  }

  Set<String> names() {
    return object.keySet();
  }

  boolean isText(String name) {
    return has(name) && value(name).valueType() == ConfigValueType.STRING;
  }

  boolean isObject(String name) {
    return has(name) && value(name).valueType() == ConfigValueType.OBJECT;
  }

  /** Returns the exception for a field whose value is not what it should be. */
  InputException wrong(String name, String expected) {
    return InputException.wrong(where(name, value(name)), shown(value(name)), expected);
  }

  /** Returns the exception for this object as a whole. */
  InputException wrong(IllegalArgumentException problem) {
    return InputException.unreadable(
        file + ":" + object.origin().lineNumber() + ": " + path,
        String.valueOf(problem.getMessage()),
        problem);
  }

  /** Returns the line on which this object begins. */
  int line() {
    return object.origin().lineNumber();
  }

  private ConfigValue value(String name) {
    ConfigValue value = object.get(name);
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      throw InputException.wrong(where(name, object), "nothing", "a value for " + name);
    }
    return value;
  }

  private Iterable<ConfigValue> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (value(name) instanceof com.typesafe.config.ConfigList list) {
      return list;
    }
    throw wrong(name, "a list");
  }

  private Section section(String name, ConfigValue value) {
    if (value instanceof ConfigObject found) {
      return new Section(file, pathOf(name), found);
    }
    throw InputException.wrong(where(name, value), shown(value), "an object");
  }

  private String text(String name, ConfigValue value) {
    if (value.unwrapped() instanceof String text && !text.isBlank()) {
      return text;
    }
    throw InputException.wrong(where(name, value), shown(value), "a text");
  }

  /** Unlike a name, a value of metadata or of an extra spec may be empty. */
  private String plainText(String name) {
    if (value(name).unwrapped() instanceof String text) {
      return text;
    }
    throw wrong(name, "a text in quotes");
  }

  private long amount(String name, ConfigValue value, long least) {
    if (value.unwrapped() instanceof Number number) {
      double amount = number.doubleValue();
      if (amount == Math.rint(amount) && amount >= least && amount <= MOST) {
        return number.longValue();
      }
    }
    throw InputException.wrong(
        where(name, value), shown(value), "a whole number, " + least + " or more (at most 2^50)");
  }

  private String where(String name, ConfigValue value) {
    int line = value.origin().lineNumber();
    return file + (line > 0 ? ":" + line : "") + ": " + pathOf(name);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shown(ConfigValue value) {
    return value.render(com.typesafe.config.ConfigRenderOptions.concise());
  }
}
