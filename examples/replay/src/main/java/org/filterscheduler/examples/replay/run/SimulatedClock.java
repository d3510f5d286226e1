package org.filterscheduler.examples.replay.run;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when it is told to. Not safe for several threads. */
public final class SimulatedClock implements InstantSource {
  private final Instant start;
  private final boolean stopped;
  private Instant now;

  private SimulatedClock(Instant start, boolean stopped) {
    this.start = start;
    this.stopped = stopped;
    now = start;
  }

  /** Returns a clock that seconds are told from an instant on. */
  static SimulatedClock from(Instant start) {
    return new SimulatedClock(start, false);
  }

  /** Returns a clock that stays at an instant. */
  static SimulatedClock stoppedAt(Instant instant) {
    return new SimulatedClock(instant, true);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Goes on to a second after the start; a clock never goes back. */
  void advanceTo(long seconds) {
    Instant wanted = start.plusSeconds(seconds);
    if (!stopped && wanted.isAfter(now)) {
      now = wanted;
    }
  }
}
