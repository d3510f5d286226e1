package org.filterscheduler.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of odd reports, as Nova does; at most once per host and hour, for they come for ever. */
final class ReportLog {
  private static final Logger LOG = LoggerFactory.getLogger(HostInventory.class);

  private final InstantSource clock;
  private final Map<HostKey, Rate> rates = new ConcurrentHashMap<>();

  ReportLog(InstantSource clock) {
    this.clock = clock;
  }

  void warn(HostKey host, List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    Rate rate = rates.computeIfAbsent(host, key -> new Rate(1, Duration.ofHours(1), clock));
    if (rate.ask() >= 0) {
      warnings.forEach(LOG::warn);
    }
  }
}
