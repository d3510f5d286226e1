package org.filterscheduler.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;

/** The rules of server groups that are measured. */
final class Rules {
  private static final List<String> TEN_FILTERS =
      List.of(
          "RetryFilter",
          "AvailabilityZoneFilter",
          "RamFilter",
          "DiskFilter",
          "CoreFilter",
          "ComputeFilter",
          "ComputeCapabilitiesFilter",
          "ImagePropertiesFilter",
          "ServerGroupAntiAffinityFilter",
          "ServerGroupAffinityFilter");

  private Rules() {}

  /** Returns the policy of the groups under a rule. */
  static String policy(String rule) {
    return rule.equals("rack") ? "rack-anti-affinity" : rule;
  }

  /**
   * Returns the ten standard filters and the memory weigher; for racks the example's filter too.
   */
  static SchedulerConfiguration configuration(String rule, String engine) {
    SchedulerConfiguration standard = Workload.SPREAD.configuration(engine);
    return rule.equals("rack") ? withFilter(standard, "RackAntiAffinityFilter") : standard;
  }

  /** Returns a configuration that enables a filter after the standard ones. */
  static SchedulerConfiguration withFilter(SchedulerConfiguration standard, String filter) {
    List<String> filters = new ArrayList<>(TEN_FILTERS);
    filters.add(filter);
    return standard.with("enabled-filters", filters);
  }
}
