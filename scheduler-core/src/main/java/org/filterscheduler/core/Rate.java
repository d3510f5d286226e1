package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many through per window of time and counts the others. Safe for several threads. */
final class Rate {
  private final int most;
  private final Duration window;
  private final InstantSource clock;
  private Instant start = Instant.MIN;
  private int passed;
  private int suppressed;

  Rate(int most, Duration window, InstantSource clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  /**
   * Asks to be let through.
   *
   * @return how many were not since the last one that was; below 0 if this one is not either
   */
  synchronized int ask() {
    Instant now = clock.instant();
    // A clock that was set back opens a window too, rather than keep it shut until it is there
    // again.
    if (start.equals(Instant.MIN) || now.isBefore(start) || !now.isBefore(start.plus(window))) {
      start = now;
      passed = 0;
    }
    if (passed == most) {
      suppressed++;
      return -1;
    }
    passed++;
    int before = suppressed;
    suppressed = 0;
    return before;
  }
}
