package org.filterscheduler.core;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;

/** Turns a resolved HOCON tree into flat settings with their origins. */
final class HoconSettings {
  static final String ROOT = "filter-scheduler";
  private static final Pattern LINES = Pattern.compile(": \\d+(-\\d+)?$");

  private HoconSettings() {}

  /**
   * Returns the settings of a tree that are not those of the reference: what somebody set, so that
   * one configuration can be laid over another.
   *
   * @param resolved the whole tree, the reference in it
   * @param reference the reference alone
   */
  static SchedulerConfiguration of(Config resolved, Config reference) {
    Map<String, ConfigOrigin> references = new HashMap<>();
    below(reference).entrySet().forEach(e -> references.put(e.getKey(), e.getValue().origin()));
    SchedulerConfiguration configuration = SchedulerConfiguration.defaults();
    for (Map.Entry<String, ConfigValue> entry : below(resolved).entrySet()) {
      ConfigValue value = entry.getValue();
      if (!value.origin().equals(references.get(entry.getKey()))) {
        configuration =
            configuration.with(entry.getKey(), value.unwrapped(), where(value.origin()));
      }
    }
    return configuration;
  }

  private static Config below(Config tree) {
    ConfigValue root = tree.root().get(ROOT);
    if (root == null) {
      return ConfigFactory.empty();
    }
    if (root.valueType() != ConfigValueType.OBJECT) {
      String problem =
          ROOT
              + " ("
              + root.unwrapped()
              + "), "
              + where(root.origin())
              + ", must be a block of options. Write "
              + ROOT
              + " { ... }.";
      throw new ConfigurationException(List.of(problem));
    }
    return tree.getConfig(ROOT);
  }

  /** Returns a place as people read it: the file and the line. */
  static String where(ConfigOrigin origin) {
    String file = origin.filename() == null ? origin.resource() : origin.filename();
    String place = file == null ? LINES.matcher(origin.description()).replaceAll("") : file;
    return origin.lineNumber() < 0 ? place : place + ": line " + origin.lineNumber();
  }
}
