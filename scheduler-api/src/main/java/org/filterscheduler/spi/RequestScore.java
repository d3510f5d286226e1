package org.filterscheduler.spi;

import org.filterscheduler.api.HostState;

/** A number of the host and the request; evaluated on every host that passed the filters. */
@FunctionalInterface
public non-sealed interface RequestScore extends HostScore {
  /**
   * Returns the raw weight of a host; finite.
   *
   * @param host the host
   */
  double score(HostState host);
}
