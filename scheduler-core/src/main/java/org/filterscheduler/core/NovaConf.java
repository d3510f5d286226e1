package org.filterscheduler.core;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;

/**
 * Reads the scheduler options of a {@code nova.conf}, by their present and their older names, into
 * the configuration that they mean here.
 *
 * <p>Which options there are is said by the engine and by the plug-ins that are found; full class
 * paths of filters and weighers stand for their last parts. What means nothing here is named in the
 * {@link SchedulerConfiguration#warnings() warnings}. Values are checked when the configuration is
 * used, and then reported with file and line.
 *
 * <p>Where the file sets no filters, the default list of this library holds and not Nova's shorter
 * one; a warning says so.
 */
public final class NovaConf {
  private NovaConf() {}

  /**
   * Reads a file, with the plug-ins that {@link Plugins#load()} finds.
   *
   * @param file the file
   * @throws ConfigurationException if it cannot be read, or listing all malformed lines
   */
  public static SchedulerConfiguration read(Path file) {
    return read(file, Plugins.load());
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param plugins whose options are looked for
   * @throws ConfigurationException if it cannot be read, or listing all malformed lines
   */
  public static SchedulerConfiguration read(Path file, Plugins plugins) {
    Objects.requireNonNull(file, "file");
    try {
      return parse(Files.readString(file), file.toString(), plugins);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(List.of(file + " must be a text in UTF-8: " + e));
    } catch (IOException e) {
      throw new ConfigurationException(List.of(file + " cannot be read: " + e));
    }
  }

  /**
   * Reads a text, with the plug-ins that {@link Plugins#load()} finds.
   *
   * @param text the text
   * @param origin where it is from, for messages
   * @throws ConfigurationException listing all malformed lines
   */
  public static SchedulerConfiguration parse(String text, String origin) {
    return parse(text, origin, Plugins.load());
  }

  /**
   * Reads a text.
   *
   * @param text the text
   * @param origin where it is from, for messages
   * @param plugins whose options are looked for
   * @throws ConfigurationException listing all malformed lines
   */
  public static SchedulerConfiguration parse(String text, String origin, Plugins plugins) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(origin, "origin");
    return new NovaTranslation(OsloIni.parse(text, origin), origin, plugins).translate();
  }
}
