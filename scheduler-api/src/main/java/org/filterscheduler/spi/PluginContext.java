package org.filterscheduler.spi;

import java.time.InstantSource;
import java.util.function.Supplier;

/** What a plug-in is given when it is created. */
public interface PluginContext {
  /**
   * Returns the value of an option that the provider declares.
   *
   * @param option the option
   * @param <T> the type of its value
   * @throws IllegalArgumentException if the provider does not declare it
   */
  <T> T option(OptionSpec<T> option);

  /** Returns the clock of the engine. */
  InstantSource clock();

  /**
   * Has the engine log a warning, the first time only. A plug-in does not log by itself.
   *
   * @param key what identifies the warning within the plug-in
   * @param message the warning
   */
  void warnOnce(String key, Supplier<String> message);
}
