package org.filterscheduler.core;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.ClaimJournal;

/** Hosts, reports and claims of one size for the tests of the inventory. */
final class TestHosts {
  static final long TOTAL_MB = 8192;
  static final Map<ResourceClass, Long> ONE_INSTANCE =
      Map.of(
          ResourceClass.VCPU, 1L,
          ResourceClass.MEMORY_MB, 1024L,
          ResourceClass.DISK_MB, 10240L);

  private TestHosts() {}

  static DefaultInventory inventory(TestClock clock) {
    return new DefaultInventory(InventorySettings.DEFAULT, clock, ClaimJournal.NONE, List.of());
  }

  /** A node of 8 CPUs, 8 GiB of memory and 100 GiB of disk that lists some instances. */
  static HostReport report(HostKey key, long sequence, InstanceAllocation... instances) {
    HostReport.Builder report =
        HostReport.builder(key)
            .boot("boot-1")
            .sequence(sequence)
            .total(ResourceClass.VCPU, 8)
            .total(ResourceClass.MEMORY_MB, TOTAL_MB)
            .total(ResourceClass.DISK_MB, 102400)
            .instances(List.of(instances));
    ONE_INSTANCE.forEach((resource, one) -> report.used(resource, one * instances.length));
    return report.build();
  }

  static InstanceAllocation listing(Claim claim) {
    return new InstanceAllocation(claim.instanceUuid(), claim.id(), null, ONE_INSTANCE);
  }

  static InstanceAllocation listing(String instanceUuid) {
    return new InstanceAllocation(instanceUuid, null, null, ONE_INSTANCE);
  }

  static Claim claim(String id, String instanceUuid, HostKey host) {
    return Claim.builder(id, instanceUuid, host).resources(ONE_INSTANCE).build();
  }

  static RequestSpec request(String instanceUuid) {
    Flavor flavor = Flavor.builder("m1.small").vcpus(1).memoryMb(1024).rootGb(10).build();
    return RequestSpec.builder(flavor).instanceUuid(instanceUuid).build();
  }
}
