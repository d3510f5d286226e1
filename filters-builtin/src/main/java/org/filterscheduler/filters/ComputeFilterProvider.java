package org.filterscheduler.filters;

import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/** Provides {@code ComputeFilter}: a host's compute service has to be enabled and up. */
public final class ComputeFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public ComputeFilterProvider() {}

  @Override
  public String name() {
    return "ComputeFilter";
  }

  @Override
  public FilterTraits traits() {
    return FilterTraits.ONCE_PER_REQUEST;
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new ComputeFilter();
  }
}
