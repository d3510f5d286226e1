package org.filterscheduler.spi;

import java.util.List;

/**
 * Creates a weigher; found by {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without parameters that does nothing and throws nothing.
 */
public interface HostWeigherProvider {
  /**
   * Returns the name by which configurations enable the weigher, for instance {@code RAMWeigher}.
   */
  String name();

  /** Returns the options that the weigher reads. */
  default List<OptionSpec<?>> options() {
    return List.of();
  }

  /**
   * Creates the weigher; called once per policy.
   *
   * @param context its options, a clock, and where to send warnings
   */
  HostWeigher create(PluginContext context);
}
