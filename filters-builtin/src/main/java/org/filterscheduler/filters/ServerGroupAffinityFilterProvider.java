package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code ServerGroupAffinityFilter}: the members of a group with the policy {@code
 * affinity} are on one host.
 */
public final class ServerGroupAffinityFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public ServerGroupAffinityFilterProvider() {}

  @Override
  public String name() {
    return "ServerGroupAffinityFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new ServerGroupAffinityFilter();
  }
}
