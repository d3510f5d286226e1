package org.filterscheduler.examples.replay.input;

import static org.filterscheduler.api.ResourceClass.DISK_MB;
import static org.filterscheduler.api.ResourceClass.MEMORY_MB;
import static org.filterscheduler.api.ResourceClass.VCPU;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;

/** Reads one host of a cluster file. */
final class HostReader {
  private static final int MB_PER_GB = 1024;

  private static final Set<String> FIELDS =
      Set.of(
          "host",
          "node",
          "vcpus",
          "memory_mb",
          "disk_gb",
          "vcpus_used",
          "memory_mb_used",
          "disk_gb_used",
          "vcpus_reserved",
          "memory_mb_reserved",
          "disk_gb_reserved",
          "cpu_allocation_ratio",
          "ram_allocation_ratio",
          "disk_allocation_ratio",
          "resources",
          "instances",
          "num_io_ops",
          "failed_builds",
          "metrics",
          "stats",
          "attributes",
          "hypervisor_type",
          "hypervisor_version",
          "host_ip",
          "cpu_info",
          "supported_instances",
          "disabled",
          "disabled_reason",
          "forced_down");
  private static final Set<String> INSTANCE_FIELDS =
      Set.of("uuid", "flavor", "vcpus", "memory_mb", "disk_gb", "resources");
  private static final Set<String> RESOURCE_FIELDS =
      Set.of("total", "used", "reserved", "allocation_ratio");

  private final Section host;
  private final HostKey key;
  private final HostReport.Builder report;
  private final Map<ResourceClass, Long> listed = new HashMap<>();

  HostReader(Section host) {
    this.host = host.only(FIELDS);
    String name = host.text("host");
    key = new HostKey(name, host.has("node") ? host.text("node") : name);
    report = HostReport.builder(key).boot("file").sequence(1);
  }

  HostKey key() {
    return key;
  }

  HostReport report() {
    try {
      readInstances();
      readAmounts("vcpus", VCPU, 1, "cpu_allocation_ratio");
      readAmounts("memory_mb", MEMORY_MB, 1, "ram_allocation_ratio");
      readAmounts("disk_gb", DISK_MB, MB_PER_GB, "disk_allocation_ratio");
      readResources();
      readFigures();
      readHypervisor();
      return report.build();
    } catch (IllegalArgumentException e) {
      throw host.wrong(e);
    }
  }

  /** Returns what an operator set on the host's service. */
  List<OperatorChange> changes() {
    List<OperatorChange> changes = new ArrayList<>();
    String reason = host.text("disabled_reason", null);
    if (host.flag("disabled")) {
      changes.add(new OperatorChange.ServiceDisabled(key.host(), reason));
    } else if (reason != null) {
      throw host.wrong("disabled_reason", "\"disabled\": true beside it");
    }
    if (host.flag("forced_down")) {
      changes.add(new OperatorChange.ServiceForcedDown(key.host(), true));
    }
    return changes;
  }

  private void readInstances() {
    List<InstanceAllocation> instances = new ArrayList<>();
    for (Section instance : host.sections("instances")) {
      instance.only(INSTANCE_FIELDS);
      Map<ResourceClass, Long> amounts = new TreeMap<>();
      amounts.put(VCPU, instance.amount("vcpus", 0));
      amounts.put(MEMORY_MB, instance.amount("memory_mb", 0));
      amounts.put(DISK_MB, MB_PER_GB * instance.amount("disk_gb", 0));
      if (instance.has("resources")) {
        Section resources = instance.section("resources");
        resources.names().forEach(n -> amounts.put(classOf(resources, n), resources.amount(n, 0)));
      }
      amounts.forEach((resource, amount) -> listed.merge(resource, amount, Long::sum));
      instances.add(
          new InstanceAllocation(
              instance.text("uuid"), null, instance.text("flavor", null), amounts));
    }
    report.instances(instances);
  }

  private void readAmounts(String name, ResourceClass resource, int unit, String ratioName) {
    long total = host.amount(name, 0);
    report.total(resource, unit * total);
    report.reserved(resource, unit * host.amount(name + "_reserved", 0));
    long ofInstances = listed.getOrDefault(resource, 0L);
    String usedName = name + "_used";
    if (host.has(usedName) && unit * host.amount(usedName, 0) < ofInstances) {
      throw host.wrong(usedName, "at least what the instances take: " + ofInstances / unit);
    }
    report.used(resource, host.has(usedName) ? unit * host.amount(usedName, 0) : ofInstances);
    if (host.has(ratioName)) {
      report.allocationRatio(resource, host.ratio(ratioName, 0));
    }
  }

  private void readResources() {
    if (!host.has("resources")) {
      return;
    }
    Section resources = host.section("resources");
    for (String name : resources.names()) {
      ResourceClass resource = classOf(resources, name);
      long ofInstances = listed.getOrDefault(resource, 0L);
      if (resources.isObject(name)) {
        Section parts = resources.section(name).only(RESOURCE_FIELDS);
        report.total(resource, parts.amount("total", 0));
        report.reserved(resource, parts.amount("reserved", 0));
        report.used(resource, parts.amount("used", ofInstances));
        if (parts.has("allocation_ratio")) {
          report.allocationRatio(resource, parts.ratio("allocation_ratio", 0));
        }
      } else {
        report.total(resource, resources.amount(name, 0)).used(resource, ofInstances);
      }
    }
  }

  private static ResourceClass classOf(Section resources, String name) {
    try {
      return new ResourceClass(name);
    } catch (IllegalArgumentException e) {
      throw resources.wrong(name, "a resource class as its name, for instance CUSTOM_GPU");
    }
  }

  private void readFigures() {
    report.numIoOps(host.count("num_io_ops", 0, 0));
    report.failedBuilds(host.count("failed_builds", 0, 0));
    if (host.has("metrics")) {
      Section metrics = host.section("metrics");
      Map<String, Long> values = new TreeMap<>();
      metrics.names().forEach(name -> values.put(name, metrics.amount(name, 0)));
      report.metrics(values);
    }
    report.stats(host.data("stats"));
    report.attributes(host.data("attributes"));
  }

  private void readHypervisor() {
    report.hypervisorHostname(key.node());
    String type = host.text("hypervisor_type", null);
    report.hypervisorType(type == null ? "" : type);
    report.hypervisorVersion(host.amount("hypervisor_version", 0));
    report.hostIp(host.text("host_ip", null));
    report.cpuInfo(host.text("cpu_info", null));
    report.supportedInstances(
        host
            .tuples(
                "supported_instances",
                3,
                "[architecture, hypervisor type, vm mode], for instance [x86_64, kvm, hvm]")
            .stream()
            .map(three -> new SupportedInstance(three.get(0), three.get(1), three.get(2)))
            .toList());
  }
}
