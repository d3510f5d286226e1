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
            .aggregates(aggregates)
            .attributes(report.attributes());
    // A node that never reported is known by its name, service, aggregates and attributes alone.
    return (report.initialised() ? fill(builder, report, books) : builder).build();
  }

  private HostDescription.Builder fill(
      HostDescription.Builder builder, HostReport report, Books books) {
    Map<ResourceClass, Double> byOperator = books.ratios.getOrDefault(report.key(), Map.of());
    report
        .totals()
        .forEach(
            (resource, total) ->
                builder.inventory(
                    resource,
                    new Inventory(
                        total,
                        report.reserved().getOrDefault(resource, 0L),
                        ratio(resource, byOperator, report.allocationRatios()))));
    return builder
        .stats(report.stats())
        .hypervisorType(report.hypervisorType())
        .hypervisorVersion(report.hypervisorVersion())
        .hypervisorHostname(report.hypervisorHostname().orElse(null))
        .hostIp(report.hostIp().orElse(null))
        .cpuInfo(report.cpuInfo().orElse(null))
        .supportedInstances(report.supportedInstances())
        .bookings(report.bookings());
  }

  /** The operator's ratio, else the node's, else the configured one; 0 means "not set". */
  private double ratio(
      ResourceClass resource,
      Map<ResourceClass, Double> byOperator,
      Map<ResourceClass, Double> byNode) {
    double set = byOperator.getOrDefault(resource, 0.0);
    if (set == 0) {
      set = byNode.getOrDefault(resource, 0.0);
    }
    return set == 0 ? configured(resource) : set;
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
