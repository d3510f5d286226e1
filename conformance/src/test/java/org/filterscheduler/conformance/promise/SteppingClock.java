package org.filterscheduler.conformance.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that many threads set forward. */
final class SteppingClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2017-08-30T12:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Sets the clock forward to an instant; an earlier one leaves it. */
  void reach(Instant instant) {
    now.updateAndGet(before -> before.isAfter(instant) ? before : instant);
  }
}
