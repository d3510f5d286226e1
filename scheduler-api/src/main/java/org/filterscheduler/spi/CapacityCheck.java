package org.filterscheduler.spi;

import java.util.Objects;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;

/**
 * Passes where a dimension's headroom is at least the demand.
 *
 * @param dimension what is compared
 * @param demand how much of it is needed; not NaN
 */
public record CapacityCheck(CapacityDimension dimension, double demand) implements HostCheck {
  /** Checks the demand. */
  public CapacityCheck {
    Objects.requireNonNull(dimension, "dimension");
    if (Double.isNaN(demand)) {
      throw new IllegalArgumentException("demand of " + dimension.name() + " must not be NaN.");
    }
  }

  /**
   * Returns why a host is rejected.
   *
   * @param host the host, which does not pass
   */
  public Reason reason(HostState host) {
    return dimension.reason(host, demand);
  }
}
