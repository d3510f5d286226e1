package org.filterscheduler.filters;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityDimension;

/**
 * What a host has left of memory or disk, of all that may be promised.
 *
 * @param resource the class, counted in MiB
 * @param label what people call it, and reason codes too
 */
record UsableAmount(ResourceClass resource, String label) implements CapacityDimension {
  @Override
  public String name() {
    return label;
  }

  @Override
  public String unit() {
    return "MiB";
  }

  @Override
  public double headroom(HostState host) {
    if (!host.description().initialised()) {
      return Double.NEGATIVE_INFINITY;
    }
    return inventory(host).limit() - Amounts.inUse(host, resource);
  }

  @Override
  public Reason reason(HostState host, double demand) {
    if (!host.description().initialised()) {
      return Reason.of(TotalAmount.NEVER_REPORTED, "of", label);
    }
    double usable = headroom(host);
    return Reason.of(
            "insufficient-" + name(),
            Map.of(
                "needed", Amounts.text(demand),
                "usable", Amounts.text(usable),
                "limit", Amounts.text(inventory(host).limit()),
                "used", String.valueOf(Amounts.inUse(host, resource))))
        .shortBy(demand - usable, unit());
  }

  private Inventory inventory(HostState host) {
    return host.description().inventory(resource);
  }
}
