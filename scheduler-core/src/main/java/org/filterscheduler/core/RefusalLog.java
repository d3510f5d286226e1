package org.filterscheduler.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.filterscheduler.api.FilterScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that found no host, at most ten per second: the rest is summed up in
 * one line, so that a storm of refusals stays cheap. There is no thread to say it at once: the sum
 * comes with the next refusal.
 */
final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);
  private static final int LINES = 10;

  private final Rate rate;

  RefusalLog(InstantSource clock) {
    rate = new Rate(LINES, Duration.ofSeconds(1), clock);
  }

  void refused(Supplier<String> line) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    int suppressed = rate.ask();
    if (suppressed > 0) {
      LOG.info(
          "{} more request(s) found no host before; only {} are logged per second.",
          suppressed,
          LINES);
    }
    if (suppressed >= 0) {
      LOG.info("{}", line.get());
    }
  }
}
