package org.filterscheduler.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plug-in broke its contract: it threw, or gave what no plug-in may give. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String plugin;

  /**
   * Creates the exception.
   *
   * @param plugin the name of the plug-in
   * @param message what it did
   * @param cause what it threw; null if it threw nothing
   */
  public PluginException(String plugin, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.plugin = Objects.requireNonNull(plugin, "plugin");
  }

  /** Returns the name of the plug-in. */
  public String plugin() {
    return plugin;
  }
}
