package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code DiskFilter}: a host needs disk for the instance, as far as it may be promised.
 */
public final class DiskFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public DiskFilterProvider() {}

  @Override
  public String name() {
    return "DiskFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new DiskFilter();
  }
}
