package org.filterscheduler.conformance;

import static org.filterscheduler.api.ResourceClass.DISK_MB;
import static org.filterscheduler.api.ResourceClass.MEMORY_MB;
import static org.filterscheduler.api.ResourceClass.PCI_DEVICE;
import static org.filterscheduler.api.ResourceClass.VCPU;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;
import org.filterscheduler.spi.nova.CanonicalName;

/** A host of a case as the report of a node. */
final class HostOfCase {
  private HostOfCase() {}

  static HostKey key(JsonNode host) {
    String name = host.path("host").asText();
    return new HostKey(name, host.path("node").asText(name));
  }

  static HostReport report(JsonNode host, Instant now) {
    HostReport.Builder report = HostReport.builder(key(host));
    report.seenAt(seenAt(host, now));
    report.instances(instances(host));
    report.attributes(Json.plain(host.path("extra_attributes")));
    boolean uninitialised = host.path("uninitialised").asBoolean();
    return (uninitialised ? report.initialised(false) : withFigures(report, host)).build();
  }

  /** A service that never sent a heartbeat counts as alive when its record was made. */
  private static Instant seenAt(JsonNode host, Instant now) {
    JsonNode service = host.path("service");
    if (service.isNull()) {
      return Instant.EPOCH; // nothing was ever heard of it
    }
    JsonNode age = service.path("last_seen_age_s");
    JsonNode seconds = age.isNull() ? service.path("created_age_s") : age;
    // Nova's times have microseconds, rounded half-even as Python does.
    BigDecimal micros = seconds.decimalValue().movePointRight(6);
    return now.minus(micros.setScale(0, RoundingMode.HALF_EVEN).longValue(), ChronoUnit.MICROS);
  }

  /** A map by uuid in Nova: one that is listed twice is there once, the last time. */
  private static List<InstanceAllocation> instances(JsonNode host) {
    Map<String, InstanceAllocation> instances = new LinkedHashMap<>();
    for (JsonNode instance : host.path("instances")) {
      String uuid = instance.path("uuid").asText();
      String flavorId = instance.path("flavor_id").asText("1");
      instances.put(uuid, new InstanceAllocation(uuid, null, flavorId, Map.of()));
    }
    return List.copyOf(instances.values());
  }

  private static HostReport.Builder withFigures(HostReport.Builder report, JsonNode host) {
    amount(report, MEMORY_MB, host, "total_ram_mb", host.path("free_ram_mb").asLong());
    disk(report, host);
    long vcpus = host.path("vcpus_total").asLong();
    amount(report, VCPU, host, "vcpus_total", vcpus - host.path("vcpus_used").asLong());
    ratio(report, MEMORY_MB, host.path("ram_allocation_ratio"));
    ratio(report, DISK_MB, host.path("disk_allocation_ratio"));
    ratio(report, VCPU, host.path("cpu_allocation_ratio"));
    long devices = 0;
    for (JsonNode pool : host.path("pci_pools")) {
      devices += pool.path("count").asLong();
    }
    return report
        .total(PCI_DEVICE, devices)
        .numInstances(host.path("num_instances").asInt())
        .numIoOps(host.path("num_io_ops").asInt())
        .failedBuilds(host.path("failed_builds").asInt())
        .metrics(metrics(host))
        .stats(Json.plain(host.path("stats")))
        .hypervisorType(host.path("hypervisor_type").asText(""))
        .hypervisorVersion(host.path("hypervisor_version").asLong())
        .hypervisorHostname(key(host).node())
        .hostIp(Json.text(host, "host_ip"))
        .cpuInfo(Json.text(host, "cpu_info"))
        .supportedInstances(supportedInstances(host));
  }

  private static void amount(
      HostReport.Builder report, ResourceClass resource, JsonNode host, String total, long free) {
    report.total(resource, host.path(total).asLong()).free(resource, free);
  }

  private static void disk(HostReport.Builder report, JsonNode host) {
    report.total(DISK_MB, 1024 * host.path("total_disk_gb").asLong());
    JsonNode freeMb = host.path("free_disk_mb");
    if (freeMb.isNumber()) {
      report.free(DISK_MB, freeMb.asLong());
      return;
    }
    report.free(DISK_MB, 1024 * host.path("free_disk_gb").asLong());
    JsonNode least = host.path("disk_available_least_gb");
    report.diskAvailableLeastGb(least.isNumber() ? least.asLong() : null);
  }

  private static void ratio(HostReport.Builder report, ResourceClass resource, JsonNode ratio) {
    if (ratio.isNumber()) {
      report.allocationRatio(resource, ratio.asDouble());
    }
  }

  private static Map<String, Long> metrics(JsonNode host) {
    Map<String, Long> metrics = new LinkedHashMap<>();
    for (JsonNode metric : host.path("metrics")) {
      metrics.put(metric.path("name").asText(), metric.path("value").asLong());
    }
    return metrics;
  }

  /**
   * Nova makes the names canonical with the report: a bad one is an error, whatever filter runs.
   */
  private static List<SupportedInstance> supportedInstances(JsonNode host) {
    List<SupportedInstance> supported = new ArrayList<>();
    for (JsonNode entry : host.path("supported_instances")) {
      SupportedInstance kind =
          new SupportedInstance(
              entry.path(0).asText(), entry.path(1).asText(), entry.path(2).asText());
      CanonicalName.supported(kind); // throws where Nova does
      supported.add(kind);
    }
    return supported;
  }
}
