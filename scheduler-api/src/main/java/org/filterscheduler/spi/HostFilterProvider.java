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

  /**
   * Returns the structured resources that the filter judges. An inventory books those of all
   * filters that are found when it is built, enabled or not, for a filter may be enabled while it
   * is in use: first those of the enabled filters in their order, then the others by name.
   */
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
