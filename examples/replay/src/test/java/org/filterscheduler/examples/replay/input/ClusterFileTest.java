package org.filterscheduler.examples.replay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;
import org.filterscheduler.examples.replay.run.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterFileTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");

  @Test
  void parse_allFields_giveTheReport() {
    Cluster cluster =
        parse(
            """
            host = h, node = n, vcpus = 8, memory_mb = 1000, disk_gb = 10
            vcpus_used = 3, memory_mb_reserved = 100, cpu_allocation_ratio = 2.5
            resources { CUSTOM_GPU { total = 4, used = 2, reserved = 1, allocation_ratio = 1.5 } }
            instances = [{ uuid = i, flavor = f, vcpus = 2, memory_mb = 200, disk_gb = 1, resources { CUSTOM_GPU = 1 } }]
            num_io_ops = 1, failed_builds = 2, metrics { temperature = 40 }
            stats { "a.b" = 1 }, attributes { uuid = x }
            hypervisor_type = QEMU, hypervisor_version = 2011000, host_ip = "10.0.0.1", cpu_info = "{}"
            supported_instances = [[x86_64, kvm, hvm]]
            """);

    assertThat(cluster.reports())
        .containsExactly(
            HostReport.builder(new HostKey("h", "n"))
                .boot("file")
                .sequence(1)
                .total(ResourceClass.VCPU, 8)
                .total(ResourceClass.MEMORY_MB, 1000)
                .total(ResourceClass.DISK_MB, 10 * 1024)
                .total(GPU, 4)
                .reserved(ResourceClass.VCPU, 0)
                .reserved(ResourceClass.MEMORY_MB, 100)
                .reserved(ResourceClass.DISK_MB, 0)
                .reserved(GPU, 1)
                .used(ResourceClass.VCPU, 3)
                .used(ResourceClass.MEMORY_MB, 200)
                .used(ResourceClass.DISK_MB, 1024)
                .used(GPU, 2)
                .allocationRatio(ResourceClass.VCPU, 2.5)
                .allocationRatio(GPU, 1.5)
                .instances(
                    List.of(
                        new InstanceAllocation(
                            "i",
                            null,
                            "f",
                            Map.of(
                                ResourceClass.VCPU,
                                2L,
                                ResourceClass.MEMORY_MB,
                                200L,
                                ResourceClass.DISK_MB,
                                1024L,
                                GPU,
                                1L))))
                .numIoOps(1)
                .failedBuilds(2)
                .metrics(Map.of("temperature", 40L))
                .stats(Map.of("a.b", 1))
                .attributes(Map.of("uuid", "x"))
                .hypervisorType("QEMU")
                .hypervisorVersion(2_011_000)
                .hypervisorHostname("n")
                .hostIp("10.0.0.1")
                .cpuInfo("{}")
                .supportedInstances(List.of(new SupportedInstance("x86_64", "kvm", "hvm")))
                .build());
  }

  @Test
  void parse_serviceAndAggregates_giveOperatorsChanges() {
    Cluster cluster =
        ClusterFile.parse(
            "x.conf",
            """
            hosts = [
              { host = a, disabled = true, disabled_reason = why }
              { host = b, forced_down = true }
            ]
            aggregates = [{ name = north, metadata { availability_zone = north }, hosts = [a, b] }]
            """);

    assertThat(cluster.changes())
        .containsExactly(
            new OperatorChange.ServiceDisabled("a", "why"),
            new OperatorChange.ServiceForcedDown("b", true),
            new OperatorChange.AggregateSet(
                new Aggregate(1, "north", Map.of("availability_zone", "north")), Set.of("a", "b")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vcpus = -1                          | x.conf:2: hosts[0].vcpus: -1: expected a whole number, 0 or more
          vcpus = 1.5                         | x.conf:2: hosts[0].vcpus: 1.5: expected a whole number
          vcpus = "8"                         | x.conf:2: hosts[0].vcpus: "8": expected a whole number
          memory_mb = NaN                     | x.conf:2: hosts[0].memory_mb: "NaN": expected a whole number
          memory_mb = 99999999999999999999    | x.conf:2: hosts[0].memory_mb: "99999999999999999999": expected a whole number
          disk_gb = true                      | x.conf:2: hosts[0].disk_gb: true: expected a whole number
          ram_allocation_ratio = -0.5         | x.conf:2: hosts[0].ram_allocation_ratio: -0.5: expected a finite number, 0 or more
          cpu_allocation_ratio = 1e999        | x.conf:2: hosts[0].cpu_allocation_ratio: Infinity: expected a finite number
          cpu_allocation_ratio = NaN          | x.conf:2: hosts[0].cpu_allocation_ratio: "NaN": expected a finite number
          memroy_mb = 1                       | x.conf:2: hosts[0].memroy_mb: unknown field: expected one of
          vcpu = 1                            | maybe vcpus?
          node = 7                            | x.conf:2: hosts[0].node: 7: expected a text
          node = ""                           | x.conf:2: hosts[0].node: "": expected a text
          disabled = yes please               | x.conf:2: hosts[0].disabled: "yes please": expected true or false
          disabled_reason = why               | expected "disabled": true beside it
          metrics = [1]                       | x.conf:2: hosts[0].metrics: [1]: expected an object
          instances = {}                      | x.conf:2: hosts[0].instances: {}: expected a list
          instances = [{ vcpus = 1 }]         | x.conf:2: hosts[0].instances[0].uuid: nothing: expected a value for uuid
          supported_instances = [[x86_64]]    | hosts[0].supported_instances[0]: ["x86_64"]: expected [architecture
          resources { gpu = 1 }               | x.conf:2: hosts[0].resources.gpu: 1: expected a resource class
          resources { CUSTOM_GPU = -1 }       | x.conf:2: hosts[0].resources.CUSTOM_GPU: -1: expected a whole number
          instances = [{ uuid = a }, { uuid = a }]                 | must not list an instance twice
          vcpus_used = 1, instances = [{ uuid = a, vcpus = 2 }]    | hosts[0].vcpus_used: 1: expected at least what the instances take: 2
          """)
  void parse_wrongValue_namesPlaceValueAndRule(String field, String message) {
    assertThatThrownBy(() -> parse("host = h\n" + field))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parse_hostTwice_namesBothLines() {
    assertThatThrownBy(
            () ->
                ClusterFile.parse("x.json", "{\"hosts\":[\n{\"host\":\"a\"},\n{\"host\":\"a\"}]}"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "x.json:3: hosts[1].host: \"a\": expected a host that is not there yet; the first a is"
                + " on line 2");
  }

  @Test
  void parse_sameHostOtherNode_isTwoHosts() {
    Cluster cluster =
        ClusterFile.parse("x.conf", "hosts = [{host = a, node = a1}, {host = a, node = a2}]");

    assertThat(cluster.reports()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { "hosts": [ { "host": "a" }        | x.json:1: List should have ended
          {}                                  | x.json: hosts: expected a list of at least one host
          { "hosts": 5 }                      | x.json:1: hosts: 5: expected a list
          { "hosts": [5] }                    | x.json:1: hosts[0]: 5: expected an object
          []                                  | x.json
          { "host": [] }                      | x.json:1: host: unknown field: expected one of aggregates, hosts, templates; maybe hosts?
          { hosts: [] }                       | x.json:1:
          """)
  void parse_malformedOrEmpty_namesTheFile(String text, String message) {
    assertThatThrownBy(() -> ClusterFile.parse("x.json", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosts = [hostt]          | aggregates[0].hosts: ["hostt"]: expected names of hosts; there is no hostt; maybe host-1?
          metadata { zone = 5 }    | aggregates[0].metadata.zone: 5: expected a text in quotes
          id = -1                  | aggregates[0].id: -1: expected a whole number
          """)
  void parse_wrongAggregate_namesPlaceValueAndRule(String field, String message) {
    String text = "hosts = [{host = host-1}]\naggregates = [{" + field + "}]";

    assertThatThrownBy(() -> ClusterFile.parse("x.conf", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  private static Cluster parse(String host) {
    return ClusterFile.parse("x.conf", "hosts = [{" + host + "}]");
  }
}
