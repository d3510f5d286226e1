package org.filterscheduler.examples.replay.input;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells the two kinds of configuration files apart. */
public final class ConfigurationFiles {
  private static final Pattern SECTION = Pattern.compile("\\[\\s*\\w+\\s*]");

  private ConfigurationFiles() {}

  /**
   * Returns whether a file is a {@code nova.conf}: by its name, or because it begins with a section
   * in brackets, which HOCON does not.
   *
   * @param file the file
   * @throws InputException if it cannot be read
   */
  public static boolean isNovaConf(Path file) {
    String text = Documents.text(file);
    String name = String.valueOf(file.getFileName());
    return name.endsWith("nova.conf")
        || name.endsWith(".ini")
        || text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
            .findFirst()
            .filter(line -> SECTION.matcher(line).matches())
            .isPresent();
  }
}
