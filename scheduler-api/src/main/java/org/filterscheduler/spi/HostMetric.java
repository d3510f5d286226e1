package org.filterscheduler.spi;

import org.filterscheduler.api.HostState;

/**
 * A number of the host alone, the same for every request: kept as a column.
 *
 * <p>Implementations are records or enums, so that equal metrics are one.
 */
public non-sealed interface HostMetric extends HostScore {
  /**
   * Returns the raw weight of a host; finite. Whole numbers below 2^50 make the fastest decisions.
   *
   * @param host the host
   */
  double value(HostState host);
}
