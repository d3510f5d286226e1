package org.filterscheduler.examples.rack;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * No two members of a server group with the policy {@code rack-anti-affinity} in one rack.
 *
 * <p>The rack of a host is the value {@code rack} in the metadata of its aggregates; a host without
 * one is a rack of its own.
 */
public final class RackAntiAffinityFilterProvider implements HostFilterProvider {
  /** Creates the provider; the service loader does so. */
  public RackAntiAffinityFilterProvider() {}

  @Override
  public String name() {
    return "RackAntiAffinityFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new RackAntiAffinityFilter();
  }
}
