package org.filterscheduler.spi;

import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;

/** Judges a host by all that is known of it; evaluated afresh each time. */
@FunctionalInterface
public non-sealed interface StateCheck extends HostCheck {
  /**
   * Returns whether a host passes.
   *
   * @param host the host
   */
  boolean test(HostState host);

  /**
   * Returns why a host is rejected; called only for one that does not pass.
   *
   * @param host the host
   */
  default Reason reason(HostState host) {
    return Reason.of("rejected");
  }
}
