package org.filterscheduler.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes each warning of a plug-in on once, however often it is given. */
final class PluginWarnings {
  /** A plug-in that makes its keys of host names must not fill the memory. */
  private static final int MOST_KEYS = 1000;

  private final String plugin;
  private final Consumer<String> warn;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  PluginWarnings(String plugin, Consumer<String> warn) {
    this.plugin = plugin;
    this.warn = warn;
  }

  void once(String key, Supplier<String> message) {
    // in this order: the usual case, a warning given before, takes no lock
    if (said.contains(key) || said.size() > MOST_KEYS || !said.add(key)) {
      return;
    }
    warn.accept(
        said.size() > MOST_KEYS
            ? plugin + " has given " + MOST_KEYS + " different warnings; no more are passed on."
            : plugin + ": " + message.get());
  }
}
