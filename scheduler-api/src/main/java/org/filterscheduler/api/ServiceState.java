package org.filterscheduler.api;

import org.jspecify.annotations.Nullable;

/**
 * What the scheduler knows of a host's compute service. It holds no instant: whether a service is
 * up is derived by the inventory from the last report, so that two equal states judge alike for
 * ever.
 *
 * @param up whether the service reported within {@code service-down-time} and is not forced down
 * @param disabled whether an operator disabled it
 * @param disabledReason the operator's reason, where one was given
 * @param forcedDown whether an operator declared it down
 */
public record ServiceState(
    boolean up, boolean disabled, @Nullable String disabledReason, boolean forcedDown) {
  /** Up, and enabled. */
  public static final ServiceState UP = new ServiceState(true, false, null, false);
}
