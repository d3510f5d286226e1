package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;

/** Nodes: their names, and their reports. */
final class Node {
  static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");

  private Node() {}

  /** Returns the key of a host, or of a node of one, from its text. */
  static HostKey key(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? HostKey.of(text)
        : new HostKey(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * Returns the report of a node.
   *
   * @param key the node
   * @param facts what is unusual of it
   * @param sequence the number of the report
   * @param claims the active claims, of which it lists as many as the facts say
   */
  static HostReport report(HostKey key, Facts facts, long sequence, List<Claim> claims) {
    HostReport.Builder report =
        HostReport.builder(key)
            .boot(facts.has("boot") ? facts.text("boot") : "b")
            .sequence(Math.max(0, sequence - facts.number("late-by", 0)))
            .initialised(!facts.has("uninitialised"))
            .total(ResourceClass.VCPU, facts.number("cpus", 4))
            .total(ResourceClass.MEMORY_MB, facts.number("mem", 4096))
            .total(ResourceClass.DISK_MB, 1024L * facts.number("disk", 40))
            .total(GPU, facts.number("gpu", 0))
            .reserved(ResourceClass.MEMORY_MB, facts.number("reserved", 0))
            .numIoOps(facts.number("ops", 0))
            .failedBuilds(facts.number("failed", 0))
            .hypervisorVersion(facts.number("version", 0))
            .hypervisorType("QEMU")
            .metrics(Map.of("heat", (long) facts.number("heat", 0)))
            .supportedInstances(
                List.of(
                    new SupportedInstance(facts.has("arm") ? "aarch64" : "x86_64", "kvm", "hvm")));
    describe(report, facts);
    use(report, facts, listed(key, facts.number("list", 0), claims));
    return report.build();
  }

  private static void describe(HostReport.Builder report, Facts facts) {
    if (facts.has("tier")) {
      report.attributes(Map.of("tier", facts.text("tier")));
      report.stats(Map.of("tier", facts.text("tier")));
    }
    if (facts.has("slots")) {
      report.bookings(Map.of("slots", facts.text("slots")));
    }
    if (facts.has("ratio")) {
      report.allocationRatio(ResourceClass.MEMORY_MB, facts.number("ratio", 1) / 2.0);
    }
    if (facts.has("pci")) {
      report.total(ResourceClass.PCI_DEVICE, facts.number("pci", 0));
    }
    if (facts.has("least")) {
      report.diskAvailableLeastGb((long) facts.number("least", 0));
    }
  }

  private static void use(HostReport.Builder report, Facts facts, List<InstanceAllocation> listed) {
    Map<ResourceClass, Long> used = new HashMap<>();
    used.put(ResourceClass.MEMORY_MB, (long) facts.number("used-mem", 0));
    used.put(ResourceClass.VCPU, (long) facts.number("used-cpus", 0));
    for (InstanceAllocation instance : listed) {
      instance.resources().forEach((resource, amount) -> used.merge(resource, amount, Long::sum));
    }
    used.forEach(report::used);
    report.instances(listed);
  }

  /** Lists each n-th claim of the node, or none. */
  private static List<InstanceAllocation> listed(HostKey key, int each, List<Claim> claims) {
    Map<String, InstanceAllocation> listed = new HashMap<>();
    int number = 0;
    for (Claim claim : claims) {
      if (each > 0 && claim.host().equals(key) && number++ % each == 0) {
        listed.put(
            claim.instanceUuid(),
            new InstanceAllocation(
                claim.instanceUuid(),
                claim.id(),
                claim.flavorId().orElse(null),
                claim.resources()));
      }
    }
    List<String> inOrder = new ArrayList<>(listed.keySet());
    inOrder.sort(null);
    return inOrder.stream().map(listed::get).toList();
  }
}
