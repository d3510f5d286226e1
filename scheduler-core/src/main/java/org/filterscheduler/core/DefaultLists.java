package org.filterscheduler.core;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.filterscheduler.api.ConfigurationException;

/**
 * The default lists of plug-ins, read from {@code reference.conf}: they are data, since no class of
 * the engine names a plug-in.
 */
final class DefaultLists {
  private DefaultLists() {}

  static List<String> of(String path) {
    try {
      return Holder.REFERENCE.getStringList(HoconSettings.ROOT + "." + path);
    } catch (ConfigException e) {
      String problem =
          "The reference.conf of scheduler-core is missing: "
              + e.getMessage()
              + ". A jar made of several must join their files of this name.";
      throw new ConfigurationException(List.of(problem));
    }
  }

  /** All files of this name that this library's class loader finds, joined; read once. */
  private static final class Holder {
    static final Config REFERENCE =
        ConfigFactory.parseResources(DefaultLists.class.getClassLoader(), "reference.conf")
            .resolve();
  }
}
