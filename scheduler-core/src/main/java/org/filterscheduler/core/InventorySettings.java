package org.filterscheduler.core;

import java.time.Duration;

/**
 * The options of an inventory, checked.
 *
 * @param ramAllocationRatio for hosts that set none
 * @param cpuAllocationRatio for hosts that set none
 * @param diskAllocationRatio for hosts that set none
 * @param serviceDownTime after how long a silent host is down
 * @param claimTimeout after how long an unconfirmed claim expires
 * @param claimMemory how long an ended claim is remembered, so that a late step is told so
 * @param claimMemoryLimit how many ended claims are remembered at most
 */
record InventorySettings(
    double ramAllocationRatio,
    double cpuAllocationRatio,
    double diskAllocationRatio,
    Duration serviceDownTime,
    Duration claimTimeout,
    Duration claimMemory,
    int claimMemoryLimit) {
  /** Nova's built-in ratios and service-down time; the claim's times are this library's. */
  static final InventorySettings DEFAULT =
      new InventorySettings(
          1.5,
          16.0,
          1.0,
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          10_000);
}
