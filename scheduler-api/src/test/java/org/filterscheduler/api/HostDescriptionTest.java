package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HostDescriptionTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");
  private static final Inventory TWO = new Inventory(2, 0, 1.0);

  private static HostDescription.Builder some() {
    return HostDescription.builder(HostKey.of("host-1"))
        .inventory(ResourceClass.MEMORY_MB, TWO)
        .inventory(GPU, TWO);
  }

  static List<UnaryOperator<HostDescription.Builder>> changes() {
    return List.of(
        b -> b.position(1),
        b -> b.initialised(false),
        b -> b.inventory(ResourceClass.VCPU, Inventory.NONE),
        b -> b.inventory(ResourceClass.MEMORY_MB, new Inventory(2, 1, 1.0)),
        b -> b.inventory(ResourceClass.DISK_MB, TWO),
        b -> b.inventory(GPU, Inventory.NONE),
        b -> b.service(new ServiceState(false, false, null, false)),
        b -> b.aggregates(List.of(new Aggregate(1, "", Map.of()))),
        b -> b.stats(Map.of("a", 1)),
        b -> b.hypervisorType("QEMU"),
        b -> b.hypervisorVersion(1),
        b -> b.hypervisorHostname("node"),
        b -> b.hostIp("192.0.2.1"),
        b -> b.cpuInfo("{}"),
        b -> b.supportedInstances(List.of(new SupportedInstance("a", "b", "c"))),
        b -> b.attributes(Map.of("a", 1)),
        b -> b.bookings(Map.of("a", "1")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void equals_onePartChanged_isFalse(UnaryOperator<HostDescription.Builder> change) {
    HostDescription changed = change.apply(some()).build();

    assertThat(changed).isNotEqualTo(some().build());
    assertThat(changed.toBuilder().build()).isEqualTo(changed).hasSameHashCodeAs(changed);
  }

  @Test
  void inventories_someClasses_areThoseThatWereSet() {
    HostDescription host = some().inventory(ResourceClass.VCPU, Inventory.NONE).build();

    assertThat(host.inventories())
        .isEqualTo(
            Map.of(ResourceClass.VCPU, Inventory.NONE, ResourceClass.MEMORY_MB, TWO, GPU, TWO));
    assertThat(host.inventory(new ResourceClass("MEMORY_MB"))).isEqualTo(TWO);
    assertThat(host.inventory(ResourceClass.DISK_MB)).isEqualTo(Inventory.NONE);
    assertThat(host.inventory(GPU)).isEqualTo(TWO);
  }
}
