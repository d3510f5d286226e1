package org.filterscheduler.filters;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityDimension;

/**
 * What a host has left of all virtual CPUs that may be promised. No bound where it says of none.
 */
record UsableCores() implements CapacityDimension {
  @Override
  public String name() {
    return "vcpus";
  }

  @Override
  public String unit() {
    return ResourceClass.VCPU.name();
  }

  @Override
  public double headroom(HostState host) {
    Inventory cores = cores(host);
    if (cores.total() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return cores.limit() - Amounts.inUse(host, ResourceClass.VCPU);
  }

  @Override
  public Reason reason(HostState host, double demand) {
    double usable = headroom(host);
    return Reason.of(
            "insufficient-" + name(),
            Map.of(
                "needed", Amounts.text(demand),
                "usable", Amounts.text(usable),
                "limit", Amounts.text(cores(host).limit()),
                "used", String.valueOf(Amounts.inUse(host, ResourceClass.VCPU))))
        .shortBy(demand - usable, unit());
  }

  private static Inventory cores(HostState host) {
    return host.description().inventory(ResourceClass.VCPU);
  }
}
