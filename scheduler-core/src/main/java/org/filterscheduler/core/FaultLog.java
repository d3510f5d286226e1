package org.filterscheduler.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.RequestSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One warning for a plug-in that breaks its contract, at most one per plug-in and minute; and one
 * for extra specs that ask for nothing by mistake.
 */
final class FaultLog {
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);

  private final InstantSource clock;
  private final Rate malformed;
  private final Map<String, Rate> rates = new ConcurrentHashMap<>();

  FaultLog(InstantSource clock) {
    this.clock = clock;
    this.malformed = new Rate(1, Duration.ofMinutes(1), clock);
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

  /** Warns of extra specs that name no amount; as in Nova they demand nothing. */
  void malformed(RequestSpec request) {
    if (!request.malformedResources().isEmpty() && malformed.ask() >= 0) {
      LOG.warn(
          "Request {}: the extra specs {} demand nothing, for they name no resource class or no whole"
              + " number of 0 or more.",
          request.requestId(),
          request.malformedResources());
    }
  }
}
