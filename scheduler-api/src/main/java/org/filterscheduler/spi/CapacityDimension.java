package org.filterscheduler.spi;

import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;

/**
 * Something that a host has more or less of, as a number of the host alone.
 *
 * <p>Implementations are records, so that equal dimensions are one; a filter declares them when it
 * is created. The engine keeps the headroom of all hosts as a column.
 */
public interface CapacityDimension {
  /** Returns the name, for instance {@code memory}. */
  String name();

  /** Returns the unit, for instance {@code MiB}. */
  String unit();

  /**
   * Returns how much a host has left; positive infinity means that there is no bound. NaN is a
   * fault of the plug-in.
   *
   * @param host the host
   */
  double headroom(HostState host);

  /**
   * Returns why a host is rejected.
   *
   * @param host the host
   * @param demand how much was needed
   */
  default Reason reason(HostState host, double demand) {
    double headroom = headroom(host);
    return Reason.of(
            "insufficient-" + name(),
            Map.of("needed", String.valueOf(demand), "left", String.valueOf(headroom)))
        .shortBy(demand - headroom, unit());
  }
}
