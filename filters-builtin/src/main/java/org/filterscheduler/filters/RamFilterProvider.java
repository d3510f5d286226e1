package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code RamFilter}: a host needs memory for the instance, as far as it may be promised.
 */
public final class RamFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public RamFilterProvider() {}

  @Override
  public String name() {
    return "RamFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new RamFilter();
  }
}
