package org.filterscheduler.filters;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityDimension;

/**
 * All that a host has of memory or disk: an instance may not be promised more, whatever the ratio,
 * for it cannot be overcommitted against itself.
 */
record TotalAmount(ResourceClass resource) implements CapacityDimension {
  static final String NEVER_REPORTED = "never-reported";

  @Override
  public String name() {
    return "total of " + resource;
  }

  @Override
  public String unit() {
    return "MiB";
  }

  /** A node that never reported takes nothing, not even an instance of no size. */
  @Override
  public double headroom(HostState host) {
    return host.description().initialised() ? total(host) : Double.NEGATIVE_INFINITY;
  }

  @Override
  public Reason reason(HostState host, double demand) {
    if (!host.description().initialised()) {
      return Reason.of(NEVER_REPORTED, "resource", resource);
    }
    return Reason.of(
            "total-too-small",
            Map.of(
                "resource", resource.name(),
                "needed", Amounts.text(demand),
                "total", String.valueOf(total(host))))
        .shortBy(demand - total(host), unit());
  }

  private long total(HostState host) {
    return host.description().inventory(resource).total();
  }
}
