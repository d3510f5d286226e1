package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code CoreFilter}: a host needs CPUs for the instance, as far as they may be promised.
 */
public final class CoreFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public CoreFilterProvider() {}

  @Override
  public String name() {
    return "CoreFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new CoreFilter(context);
  }
}
