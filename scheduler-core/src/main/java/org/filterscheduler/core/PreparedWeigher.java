package org.filterscheduler.core;

import java.util.OptionalDouble;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.RequestScore;
import org.filterscheduler.spi.SparseScore;
import org.jspecify.annotations.Nullable;

/**
 * A weigher that is prepared for one instance.
 *
 * @param name its name
 * @param score what it says of hosts
 * @param multiplier by what its normalised weights are multiplied
 * @param fixedMinimum a raw weight that counts as 0
 * @param fault why it can weigh no host; null if it can
 */
record PreparedWeigher(
    String name,
    HostScore score,
    double multiplier,
    OptionalDouble fixedMinimum,
    @Nullable Reason fault) {
  /** Returns the raw weight of a host; lets through what the plug-in throws. */
  double raw(HostState host) {
    if (fault != null) {
      return Double.NaN;
    }
    if (score instanceof HostMetric metric) {
      return metric.value(host);
    }
    if (score instanceof RequestScore request) {
      return request.score(host);
    }
    return score instanceof SparseScore sparse ? sparse.score(host.key()) : 0.0;
  }

  /** Whether all hosts are alike to it. */
  boolean isSilent() {
    return fault == null && score == HostScore.none();
  }
}
