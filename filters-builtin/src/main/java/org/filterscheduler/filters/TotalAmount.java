package org.filterscheduler.filters;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityDimension;

/**
 * All that a host has of memory or disk: an instance may not be promised more, whatever the ratio,
 * for it cannot be overcommitted against itself.
 *
 * @param resource the class, counted in MiB
 * @param label what people call it, and reason codes too
 */
record TotalAmount(ResourceClass resource, String label) implements CapacityDimension {
  static final String NEVER_REPORTED = "never-reported";

  @Override
  public String name() {
    return "total-" + label;
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
      return Reason.of(NEVER_REPORTED, "of", label);
    }
    return Reason.of(
            name() + "-too-small",
            Map.of(
                "needed", Amounts.text(demand),
                "total", String.valueOf(total(host))))
        .shortBy(demand - total(host), unit());
  }

  private long total(HostState host) {
    return host.description().inventory(resource).total();
  }
}
