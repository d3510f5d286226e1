package org.filterscheduler.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;

/** Makes descriptions of hosts from what nodes report and operators set. */
final class Descriptions {
  private final InventorySettings settings;

  Descriptions(InventorySettings settings) {
    this.settings = settings;
  }

  HostDescription describe(HostReport report, long position, Books books, Instant now) {
    String host = report.key().host();
    ServiceRecord service = books.services.getOrDefault(host, ServiceRecord.NEW);
    List<Aggregate> aggregates = books.aggregatesOf(host);
    HostDescription.Builder builder =
        HostDescription.builder(report.key())
            .position(position)
            .initialised(report.initialised())
            .service(service.state(now, settings.serviceDownTime()))
            .aggregates(aggregates);
    // A node that never reported is known by its name, service, aggregates and attributes alone.
    return report.initialised()
        ? fill(builder, report, books).reported(report).build()
        : builder.attributes(report.attributes()).build();
  }

  private HostDescription.Builder fill(
      HostDescription.Builder builder, HostReport report, Books books) {
    Map<ResourceClass, Double> byOperator = books.ratios.getOrDefault(report.key(), Map.of());
    Map<ResourceClass, Long> reserved = report.reserved();
    Map<ResourceClass, Double> byNode = report.allocationRatios();
    report
        .totals()
        .forEach(
            (resource, total) -> {
              double ratio = ratio(resource, byOperator, byNode);
              Inventory known = new Inventory(total, reserved.getOrDefault(resource, 0L), ratio);
              builder.inventory(resource, books.inventories.one(known));
            });
    return builder;
  }

  /** The operator's ratio, else the node's, else the configured one; 0 means "not set". */
  private double ratio(
      ResourceClass resource,
      Map<ResourceClass, Double> byOperator,
      Map<ResourceClass, Double> byNode) {
    double set = set(resource, byOperator);
    if (set == 0) {
      set = set(resource, byNode);
    }
    return set == 0 ? configured(resource) : set;
  }

  private static double set(ResourceClass resource, Map<ResourceClass, Double> ratios) {
    return ratios.isEmpty() ? 0 : ratios.getOrDefault(resource, 0.0);
  }

  private double configured(ResourceClass resource) {
    if (resource.equals(ResourceClass.VCPU)) {
      return settings.cpuAllocationRatio();
    }
    if (resource.equals(ResourceClass.MEMORY_MB)) {
      return settings.ramAllocationRatio();
    }
    return resource.equals(ResourceClass.DISK_MB) ? settings.diskAllocationRatio() : 1.0;
  }
}
