package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServiceState;
import org.filterscheduler.api.SupportedInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostAttributesTest {
  private static final HostKey KEY = new HostKey("h1", "n1");

  private static HostDescription.Builder description() {
    return HostDescription.builder(KEY)
        .inventory(ResourceClass.MEMORY_MB, new Inventory(4096, 512, 1.5))
        .inventory(ResourceClass.DISK_MB, new Inventory(100 * 1024, 0, 1.0))
        .inventory(ResourceClass.VCPU, new Inventory(8, 0, 16.0))
        .hypervisorType("QEMU")
        .hypervisorVersion(2006000)
        .hostIp("10.0.0.5")
        .supportedInstances(List.of(new SupportedInstance("AMD64", "KVM", "hvm")))
        .service(new ServiceState(true, true, "disk", false))
        .stats(Map.of("gpu", "2"));
  }

  private static HostState state(HostDescription description) {
    return new HostState(
        description,
        HostUsage.builder()
            .used(ResourceClass.MEMORY_MB, 1024)
            .used(ResourceClass.DISK_MB, 2048)
            .used(ResourceClass.VCPU, 3)
            .numInstances(4)
            .numIoOps(5)
            .failedBuilds(6)
            .metrics(Map.of("cpu.percent", 7L))
            .instances(List.of("i1"), Set.of())
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host|h1",
        "nodename|n1",
        "hypervisor_hostname|n1",
        "hypervisor_type|QEMU",
        "hypervisor_version|2006000",
        "host_ip|10.0.0.5",
        "cpu_info|None",
        "supported_instances|[['x86_64', 'kvm', 'hvm']]",
        "total_usable_ram_mb|4096",
        "free_ram_mb|2560",
        "total_usable_disk_gb|100",
        "free_disk_mb|100352",
        "disk_mb_used|2048",
        "vcpus_total|8",
        "vcpus_used|3",
        "ram_allocation_ratio|1.5",
        "disk_allocation_ratio|1.0",
        "cpu_allocation_ratio|16.0",
        "num_instances|4",
        "num_io_ops|5",
        "failed_builds|6",
        "stats|{'gpu': '2'}",
        "service|{'disabled': True, 'disabled_reason': 'disk', 'forced_down': False}",
        "limits|{}",
        "aggregates|[]",
        "instances|{'i1': 'i1'}",
        "uuid|None",
        "cell_uuid|None",
        "pci_stats|None",
        "numa_topology|None",
        "updated|None",
      })
  void value_ofAReportedHost_hasPythonsText(String name, String text) {
    HostState host = state(description().build());
    assertThat(HostAttributes.has(host.description(), name)).isTrue();
    assertThat(PythonText.of(HostAttributes.value(host, name))).isEqualTo(text);
    if (!HostAttributes.dependsOnUsage(name)) {
      assertThat(HostAttributes.value(host.description(), name))
          .isEqualTo(HostAttributes.value(host, name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "total_usable_ram_mb, 0",
    "vcpus_total, 0",
    "num_instances, 0",
    "free_ram_mb, 0",
    "ram_allocation_ratio, None",
    "cpu_allocation_ratio, None",
    "hypervisor_type, None",
    "hypervisor_version, None",
    "hypervisor_hostname, None",
    "cpu_info, None",
    "metrics, None",
    "host_ip, None",
    "supported_instances, None",
    "host, h1"
  })
  void value_ofAHostThatNeverReported_isAtItsStart(String name, String text) {
    HostState host = neverReported();
    assertThat(HostAttributes.has(host.description(), name)).isTrue();
    assertThat(PythonText.of(HostAttributes.value(host, name))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stats", "failed_builds"})
  void has_ofAHostThatNeverReported_lacksWhatAReportBrings(String name) {
    HostState host = neverReported();
    assertThat(HostAttributes.has(host.description(), name)).isFalse();
    assertThat(HostAttributes.value(host, name)).isNull();
  }

  private static HostState neverReported() {
    HostDescription description =
        HostDescription.builder(KEY).initialised(false).stats(Map.of("gpu", "2")).build();
    return new HostState(description, HostUsage.builder().build());
  }

  @Test
  void value_ofNova_methods_isTheirText() {
    HostState host = state(description().build());
    assertThat(HostAttributes.value(host, "update"))
        .isEqualTo(
            "<bound method HostState.update of (h1, n1) ram: 2560MB disk: 100352MB io_ops: 5"
                + " instances: 4>");
    assertThat(HostAttributes.has(host.description(), "consume_from_request")).isTrue();
  }

  @Test
  void value_unknownName_isNullAndNotThere() {
    HostState host = state(description().build());
    assertThat(HostAttributes.has(host.description(), "gpu")).isFalse();
    assertThat(HostAttributes.value(host, "gpu")).isNull();
    assertThat(HostAttributes.value(host, "")).isNull();
  }

  @Test
  void value_furtherAttributes_winEvenWithNull() {
    HostDescription description =
        description()
            .attributes(Map.of("free_ram_mb", 7, "uuid", "u1", "com.acme.rack", "r1"))
            .build();
    HostState host = state(description);
    assertThat(HostAttributes.value(host, "free_ram_mb")).isEqualTo(7L);
    assertThat(HostAttributes.value(description, "uuid")).isEqualTo("u1");
    assertThat(HostAttributes.value(description, "com.acme.rack")).isEqualTo("r1");

    HostDescription unset =
        description().attributes(Collections.singletonMap("hypervisor_type", null)).build();
    assertThat(HostAttributes.has(unset, "hypervisor_type")).isTrue();
    assertThat(HostAttributes.value(unset, "hypervisor_type")).isNull();
  }

  @Test
  void value_usageOfADescription_throws() {
    HostDescription description = description().build();
    assertThatThrownBy(() -> HostAttributes.value(description, "free_ram_mb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("free_ram_mb");
  }

  @Test
  void value_ofMetricsAndAggregates_isData() {
    HostDescription description =
        description().aggregates(List.of(new Aggregate(1, "a", Map.of("k", "v")))).build();
    HostState host = state(description);
    assertThat(PythonText.of(HostAttributes.value(host, "aggregates")))
        .isEqualTo("[{'id': 1, 'name': 'a', 'metadata': {'k': 'v'}}]");
    assertThat(HostAttributes.value(host, "metrics"))
        .isEqualTo(Arrays.asList(Map.of("name", "cpu.percent", "value", 7L)));
  }
}
