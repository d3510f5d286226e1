package org.filterscheduler.examples.replay.input;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Parses JSON and HOCON files. */
final class Documents {
  /** A field of every document that nobody reads: what HOCON's substitutions refer to. */
  static final String TEMPLATES = "templates";

  private Documents() {}

  /** Reads a file as text. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw InputException.unreadable(file.toString(), "there is no such file.", e);
    } catch (MalformedInputException e) {
      throw InputException.unreadable(file.toString(), "the file is not UTF-8 text.", e);
    } catch (IOException e) {
      throw InputException.unreadable(file.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Parses a text: as JSON where the name ends in {@code .json}, else as HOCON, of which JSON is a
   * part.
   *
   * @param name the name of the file, for messages
   */
  static Section parse(String name, String text) {
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setSyntax(json ? ConfigSyntax.JSON : ConfigSyntax.CONF)
            .setOriginDescription(name);
    try (Reader reader = new StringReader(text)) {
      Config config = ConfigFactory.parseReader(reader, options).resolve();
      return new Section(name, "", config.root());
    } catch (ConfigException e) {
      throw InputException.unreadable(place(name, e), reasonOf(e), e);
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot fail to be read.", e);
    }
  }

  private static String place(String name, ConfigException e) {
    int line = e.origin() == null ? -1 : e.origin().lineNumber();
    return line > 0 ? name + ":" + line : name;
  }

  /** Cuts off the place, which the message of a parser begins with. */
  private static String reasonOf(ConfigException e) {
    String message = String.valueOf(e.getMessage());
    String place = e.origin() == null ? "" : e.origin().description() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }
}
