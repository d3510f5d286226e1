package org.filterscheduler.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulerConfiguration.Setting;
import org.filterscheduler.spi.OptionSpec;
import org.jspecify.annotations.Nullable;

/**
 * The values of all options, brought to their types. Where a value is wrong the problem is noted
 * and the default stands in, so that what depends on it can be checked all the same.
 */
final class OptionValues {
  private static final int LONGEST = 200;

  private final SchedulerConfiguration configuration;
  private final OptionSchema schema;
  private final Map<String, Object> values = new HashMap<>();

  private OptionValues(SchedulerConfiguration configuration, OptionSchema schema) {
    this.configuration = configuration;
    this.schema = schema;
  }

  /** Checks all settings and adds what is wrong to the problems. */
  static OptionValues check(
      SchedulerConfiguration configuration, OptionSchema schema, List<String> problems) {
    OptionValues values = new OptionValues(configuration, schema);
    new TreeMap<>(configuration.settings())
        .forEach(
            (path, setting) -> {
              OptionSpec<?> spec = schema.find(path);
              String problem =
                  spec == null ? values.unknown(path, setting) : values.take(spec, setting);
              if (problem != null) {
                problems.add(problem);
              }
            });
    return values;
  }

  private String unknown(String path, Setting setting) {
    String hint = NearestNames.hint(path, schema.paths());
    return about(path, setting.value(), setting.origin())
        + " is no option of the engine or of a plug-in that was found."
        + (hint.isEmpty() ? " Remove it, or add the plug-in that reads it." : hint);
  }

  private <T> @Nullable String take(OptionSpec<T> spec, Setting setting) {
    Object value = OptionTypes.convert(spec.type(), setting.value());
    if (value == null) {
      return broken(spec, setting, OptionTypes.rule(spec.type()));
    }
    @SuppressWarnings("unchecked") // convert gives what the type of the option says
    T typed = (T) value;
    try {
      if (!spec.allows(typed)) {
        return broken(spec, setting, spec.ruleText());
      }
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return about(spec.path(), setting.value(), setting.origin())
          + " cannot be checked: the rule of the option threw "
          + e
          + ".";
    }
    values.put(spec.path(), value);
    return null;
  }

  private static String broken(OptionSpec<?> spec, Setting setting, String rule) {
    return about(spec.path(), setting.value(), setting.origin())
        + " must be "
        + rule
        + ". Maybe leave it out: the default is "
        + OptionTypes.write(spec.defaultValue())
        + ".";
  }

  /** Returns whether somebody set the option, rightly. */
  boolean isSet(OptionSpec<?> spec) {
    return values.containsKey(spec.path());
  }

  /** Returns the value of an option, its default where it is not set. */
  <T> T get(OptionSpec<T> spec) {
    OptionSpec<?> declared = schema.find(spec.path());
    if (declared == null || declared.type() != spec.type()) {
      return spec.defaultValue();
    }
    @SuppressWarnings("unchecked") // the value was checked against an option of the same type
    T value = (T) values.getOrDefault(spec.path(), spec.defaultValue());
    return value;
  }

  /** Returns the subject of a sentence: the option, a value in it, and where it was set. */
  String about(OptionSpec<?> spec, Object value) {
    Setting setting = configuration.settings().get(spec.path());
    return about(spec.path(), value, setting == null ? "by default" : setting.origin());
  }

  private static String about(String path, Object value, String origin) {
    String text = OptionTypes.write(value);
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return HoconSettings.ROOT + "." + path + " (" + shown + "), " + origin + ",";
  }
}
