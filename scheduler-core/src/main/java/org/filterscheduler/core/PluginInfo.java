package org.filterscheduler.core;

import java.util.List;
import java.util.Objects;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.OptionSpec;
import org.jspecify.annotations.Nullable;

/**
 * A filter or weigher that was found.
 *
 * @param name the name by which configurations enable it
 * @param role what it is
 * @param provider the name of its provider's class
 * @param location where the class is from: a jar or folder, and the module where it is in one
 * @param options the options that it reads
 * @param traits when a filter runs; null for a weigher
 */
public record PluginInfo(
    String name,
    Role role,
    String provider,
    String location,
    List<OptionSpec<?>> options,
    @Nullable FilterTraits traits) {
  /** What a plug-in is. */
  public enum Role {
    /** It judges hosts. */
    FILTER,
    /** It ranks hosts. */
    WEIGHER;

    /** Returns the word for it, for messages. */
    String noun() {
      return this == FILTER ? "filter" : "weigher";
    }
  }

  /** Checks for nulls and copies the options. */
  public PluginInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(location, "location");
    options = List.copyOf(options);
  }

  /** Returns the provider's class and where it is from. */
  String whence() {
    return provider + " (" + location + ")";
  }
}
