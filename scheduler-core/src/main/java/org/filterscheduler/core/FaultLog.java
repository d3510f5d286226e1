package org.filterscheduler.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.filterscheduler.api.FilterScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One warning for a plug-in that breaks its contract, at most one per plug-in and minute. */
final class FaultLog {
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);

  private final InstantSource clock;
  private final Map<String, Rate> rates = new ConcurrentHashMap<>();

  FaultLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Warns of the faults that a plug-in had in one decision. */
  void failed(Fault fault, int count) {
    int suppressed =
        rates
            .computeIfAbsent(fault.plugin(), plugin -> new Rate(1, Duration.ofMinutes(1), clock))
            .ask();
    if (suppressed >= 0) {
      LOG.warn(
          "Plug-in {} ({} fault(s) in this decision; {} decision(s) with faults of it were not logged)",
          fault.message(),
          count,
          suppressed,
          fault.cause());
    }
  }
}
