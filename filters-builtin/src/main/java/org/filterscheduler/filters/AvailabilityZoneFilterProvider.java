package org.filterscheduler.filters;

import java.util.List;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/** Provides {@code AvailabilityZoneFilter}: a host has to be in the availability zone asked for. */
public final class AvailabilityZoneFilterProvider implements HostFilterProvider {
  static final OptionSpec<String> DEFAULT_ZONE =
      OptionSpec.text("default-availability-zone", "nova")
          .describedAs("The availability zone of the hosts that no aggregate gives one.")
          .nova("DEFAULT.default_availability_zone");

  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public AvailabilityZoneFilterProvider() {}

  @Override
  public String name() {
    return "AvailabilityZoneFilter";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(DEFAULT_ZONE);
  }

  @Override
  public FilterTraits traits() {
    return FilterTraits.ONCE_PER_REQUEST;
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new AvailabilityZoneFilter(context.option(DEFAULT_ZONE));
  }
}
