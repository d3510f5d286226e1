package org.filterscheduler.spi;

import java.util.List;

/**
 * Creates a filter; found by {@link java.util.ServiceLoader}.
 *
 * <p>A provider has a public constructor without parameters that does nothing and throws nothing.
 */
public interface HostFilterProvider {
  /** Returns the name by which configurations enable the filter, for instance {@code RamFilter}. */
  String name();

  /** Returns the options that the filter reads. */
  default List<OptionSpec<?>> options() {
    return List.of();
  }

  /** Returns when the filter runs. */
  default FilterTraits traits() {
    return FilterTraits.DEFAULT;
  }

  /** Returns the structured resources that a claim books while the filter is enabled. */
  default List<ResourceBooking<?>> bookings() {
    return List.of();
  }

  /**
   * Creates the filter; called once per policy.
   *
   * @param context its options, a clock, and where to send warnings
   */
  HostFilter create(PluginContext context);
}
