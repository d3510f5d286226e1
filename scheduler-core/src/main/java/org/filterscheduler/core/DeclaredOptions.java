package org.filterscheduler.core;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/** What one plug-in is given when it is created: the options it declares, and no others. */
final class DeclaredOptions implements PluginContext {
  private final PluginInfo plugin;
  private final OptionValues values;
  private final InstantSource clock;
  private final PluginWarnings warnings;

  DeclaredOptions(
      PluginInfo plugin, OptionValues values, InstantSource clock, PluginWarnings warnings) {
    this.plugin = plugin;
    this.values = values;
    this.clock = clock;
    this.warnings = warnings;
  }

  @Override
  public <T> T option(OptionSpec<T> option) {
    if (plugin.options().stream().noneMatch(declared -> declared.agreesWith(option))) {
      throw new IllegalArgumentException(
          "The option "
              + option
              + " is not declared by "
              + plugin.provider()
              + ". Add it to what its options() returns.");
    }
    return values.get(option);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public void warnOnce(String key, Supplier<String> message) {
    warnings.once(key, message);
  }
}
