package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code RetryFilter}: a host where this request's build has failed is not tried again.
 */
public final class RetryFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public RetryFilterProvider() {}

  @Override
  public String name() {
    return "RetryFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new RetryFilter();
  }
}
