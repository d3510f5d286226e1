package org.filterscheduler.filters;

import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code ComputeCapabilitiesFilter}: a host has to be as the extra specs of the flavor
 * ask, those with the scope {@code capabilities} and those without any.
 */
public final class ComputeCapabilitiesFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public ComputeCapabilitiesFilterProvider() {}

  @Override
  public String name() {
    return "ComputeCapabilitiesFilter";
  }

  @Override
  public FilterTraits traits() {
    return FilterTraits.ONCE_PER_REQUEST;
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new ComputeCapabilitiesFilter();
  }
}
