package org.filterscheduler.filters;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityDimension;

/**
 * All CPUs of a host: an instance may not have more, whatever the ratio. No bound where the host
 * says of none, or where the ratio leaves no limit.
 */
record TotalCores() implements CapacityDimension {
  @Override
  public String name() {
    return "total-vcpus";
  }

  @Override
  public String unit() {
    return ResourceClass.VCPU.name();
  }

  @Override
  public double headroom(HostState host) {
    Inventory cores = host.description().inventory(ResourceClass.VCPU);
    return cores.total() > 0 && cores.limit() > 0 ? cores.total() : Double.POSITIVE_INFINITY;
  }

  @Override
  public Reason reason(HostState host, double demand) {
    double total = headroom(host);
    return Reason.of(
            name() + "-too-small",
            Map.of(
                "needed", Amounts.text(demand),
                "total", Amounts.text(total)))
        .shortBy(demand - total, unit());
  }
}
