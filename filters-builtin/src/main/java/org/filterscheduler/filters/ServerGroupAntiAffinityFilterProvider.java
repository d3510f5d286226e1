package org.filterscheduler.filters;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code ServerGroupAntiAffinityFilter}: the members of a group with the policy {@code
 * anti-affinity} are on different hosts.
 */
public final class ServerGroupAntiAffinityFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public ServerGroupAntiAffinityFilterProvider() {}

  @Override
  public String name() {
    return "ServerGroupAntiAffinityFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new ServerGroupAntiAffinityFilter();
  }
}
