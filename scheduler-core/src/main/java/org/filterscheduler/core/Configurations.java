package org.filterscheduler.core;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;

/**
 * Reads configurations in HOCON, of which JSON and Java properties are subsets.
 *
 * <p>Options stand in a block {@code filter-scheduler}; whatever else is in the text is not looked
 * at. A configuration that was read holds what the text sets, and not the defaults, so that {@link
 * SchedulerConfiguration#with(SchedulerConfiguration)} can lay one over another. Substitutions may
 * refer to the defaults, as in {@code enabled-filters = ${filter-scheduler.enabled-filters}
 * [AcmeFilter]}. Names and values are checked when a configuration is used.
 */
public final class Configurations {
  private Configurations() {}

  /**
   * Reads {@code application.conf} (or {@code .json}, {@code .properties}) from the class path,
   * with system properties over it, as applications that use Typesafe Config do.
   *
   * @throws ConfigurationException if it is malformed
   */
  public static SchedulerConfiguration load() {
    return read(() -> HoconSettings.of(ConfigFactory.load(), ConfigFactory.defaultReference()));
  }

  /**
   * Reads a text.
   *
   * @param text the text
   * @throws ConfigurationException if it is malformed
   */
  public static SchedulerConfiguration parse(String text) {
    Objects.requireNonNull(text, "text");
    return read(() -> own(ConfigFactory.parseString(text, options("the text"))));
  }

  /**
   * Reads a file. One whose name ends in {@code .json} or {@code .properties} is of that form.
   *
   * @param file the file
   * @throws ConfigurationException if it cannot be read or is malformed
   */
  public static SchedulerConfiguration read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(
        () ->
            own(
                ConfigFactory.parseFile(
                    file.toFile(), options(file.toString()).setAllowMissing(false))));
  }

  private static ConfigParseOptions options(String origin) {
    return ConfigParseOptions.defaults().setOriginDescription(origin);
  }

  private static SchedulerConfiguration own(Config text) {
    Config reference = ConfigFactory.defaultReference(Configurations.class.getClassLoader());
    SchedulerConfiguration read =
        HoconSettings.of(text.withFallback(reference).resolve(), reference);
    boolean misplaced = !text.root().isEmpty() && !text.root().containsKey(HoconSettings.ROOT);
    return misplaced ? read.withWarning(misplaced(text)) : read;
  }

  private static String misplaced(Config text) {
    return HoconSettings.where(text.root().origin())
        + " has no block "
        + HoconSettings.ROOT
        + ", but "
        + String.join(", ", text.root().keySet())
        + ": nothing of it is used. Maybe put it into "
        + HoconSettings.ROOT
        + " { ... }.";
  }

  private static SchedulerConfiguration read(Supplier<SchedulerConfiguration> reading) {
    try {
      return reading.get();
    } catch (ConfigException e) {
      throw new ConfigurationException(List.of(message(e)));
    }
  }

  private static String message(ConfigException e) {
    if (e.origin() == null) {
      return "The configuration cannot be read: " + e.getMessage();
    }
    // the exception's own text begins with the place, in another form
    String said = String.valueOf(e.getMessage()).replace(e.origin().description() + ": ", "");
    return "The configuration cannot be read: " + HoconSettings.where(e.origin()) + ": " + said;
  }
}
