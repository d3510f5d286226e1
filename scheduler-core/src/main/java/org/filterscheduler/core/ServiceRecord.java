package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import org.filterscheduler.api.ServiceState;
import org.jspecify.annotations.Nullable;

/**
 * The service of a host, which its nodes share.
 *
 * @param seenAt when it was last alive; null for never
 * @param disabled whether an operator disabled it
 * @param disabledReason why
 * @param forcedDown whether an operator declared it down
 */
record ServiceRecord(
    @Nullable Instant seenAt,
    boolean disabled,
    @Nullable String disabledReason,
    boolean forcedDown) {
  static final ServiceRecord NEW = new ServiceRecord(null, false, null, false);

  ServiceRecord seen(Instant at) {
    return new ServiceRecord(at, disabled, disabledReason, forcedDown);
  }

  ServiceRecord withDisabled(boolean value, @Nullable String reason) {
    return new ServiceRecord(seenAt, value, reason, forcedDown);
  }

  ServiceRecord withForcedDown(boolean value) {
    return new ServiceRecord(seenAt, disabled, disabledReason, value);
  }

  /** Nova's rule: a heartbeat too far in the future counts as down too; equality is up. */
  boolean up(Instant now, Duration downTime) {
    return !forcedDown
        && seenAt != null
        && Duration.between(seenAt, now).abs().compareTo(downTime) <= 0;
  }

  ServiceState state(Instant now, Duration downTime) {
    boolean up = up(now, downTime);
    return up && !disabled && disabledReason == null
        ? ServiceState.UP // as nearly all are
        : new ServiceState(up, disabled, disabledReason, forcedDown);
  }
}
