package org.filterscheduler.examples.embedding;

import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/** The first filter of the README: no new instance on a host that is building three or more. */
public final class QuietHostFilterProvider implements HostFilterProvider {
  @Override
  public String name() {
    return "QuietHostFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return HostFilter.of((host, request) -> host.usage().numIoOps() < 3);
  }
}
