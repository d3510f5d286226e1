package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.ResourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostOfCaseTest {
  private static final Instant NOW = Instant.parse("2017-08-30T12:00:00Z");

  private static HostReport report(String fields) throws Exception {
    return HostOfCase.report(Json.parse("{\"host\": \"h1\"" + fields + "}"), NOW);
  }

  @Test
  void report_nothingGiven_isAHostOfZeros() throws Exception {
    HostReport report = report("");

    assertThat(report.key()).isEqualTo(HostKey.of("h1"));
    assertThat(report.initialised()).isTrue();
    assertThat(report.totals()).containsEntry(ResourceClass.MEMORY_MB, 0L);
    assertThat(report.used()).containsEntry(ResourceClass.DISK_MB, 0L);
    assertThat(report.allocationRatios()).isEmpty();
    assertThat(report.diskAvailableLeastGb()).isEmpty();
    assertThat(report.seenAt()).hasValue(NOW);
    assertThat(report.numInstances()).isZero();
  }

  @Test
  void report_freeDiskInMegabytes_overridesBothOtherFields() throws Exception {
    HostReport report =
        report(
            ", \"total_disk_gb\": 10, \"free_disk_gb\": 9, \"disk_available_least_gb\": 8,"
                + " \"free_disk_mb\": 7000");

    assertThat(report.used()).containsEntry(ResourceClass.DISK_MB, 10 * 1024L - 7000);
    assertThat(report.diskAvailableLeastGb()).isEmpty();
  }

  @Test
  void report_amounts_areUsedOfTotals() throws Exception {
    HostReport report =
        report(
            ", \"node\": \"n1\", \"total_ram_mb\": 100, \"free_ram_mb\": -20, \"vcpus_total\": 4,"
                + " \"vcpus_used\": 6, \"free_disk_gb\": 1, \"total_disk_gb\": 3,"
                + " \"disk_available_least_gb\": -2, \"pci_pools\": [{\"count\": 2},"
                + " {\"count\": 3}], \"ram_allocation_ratio\": 0.0");

    assertThat(report.key()).isEqualTo(new HostKey("h1", "n1"));
    assertThat(report.used())
        .containsAllEntriesOf(
            Map.of(
                ResourceClass.MEMORY_MB, 120L,
                ResourceClass.VCPU, 6L,
                ResourceClass.DISK_MB, 2048L));
    assertThat(report.diskAvailableLeastGb()).hasValue(-2);
    assertThat(report.totals()).containsEntry(ResourceClass.PCI_DEVICE, 5L);
    assertThat(report.allocationRatios()).containsEntry(ResourceClass.MEMORY_MB, 0.0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | PT0S",
        "{\"last_seen_age_s\": 61} | PT61S",
        "{\"last_seen_age_s\": 60.000001} | PT60.000001S",
        "{\"last_seen_age_s\": 60.0000005} | PT60S",
        "{\"last_seen_age_s\": 60.0000006} | PT60.000001S",
        "{\"last_seen_age_s\": 1e10} | PT10000000000S",
        "{\"last_seen_age_s\": -5.5} | PT-5.5S",
        "{\"last_seen_age_s\": null, \"created_age_s\": 7} | PT7S",
        "{\"last_seen_age_s\": null} | PT0S"
      })
  void report_service_wasSeenThen(String service, Duration age) throws Exception {
    assertThat(report(", \"service\": " + service).seenAt()).hasValue(NOW.minus(age));
  }

  @Test
  void report_instanceListedTwice_isThereOnce() throws Exception {
    HostReport report =
        report(", \"instances\": [{\"uuid\": \"u\"}, {\"uuid\": \"u\", \"flavor_id\": 2}]");

    assertThat(report.instances())
        .singleElement()
        .satisfies(instance -> assertThat(instance.flavorId()).isEqualTo("2"));
  }

  @Test
  void report_unknownKindOfInstance_isAnErrorAsInNova() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(", \"supported_instances\": [[\"x86_64\", \"kvm\", \"bogus\"]]"))
        .withMessageContaining("bogus");
  }

  @Test
  void report_uninitialised_keepsFurtherAttributes() throws Exception {
    HostReport report =
        report(", \"uninitialised\": true, \"extra_attributes\": {\"capabilities\": 1}");

    assertThat(report.attributes()).containsEntry("capabilities", 1L);
  }

  @Test
  void report_uninitialised_saysJustWhatInstancesThereAre() throws Exception {
    HostReport report =
        report(
            ", \"uninitialised\": true, \"total_ram_mb\": 100, \"instances\": [{\"uuid\": \"u\"}]");

    assertThat(report.initialised()).isFalse();
    assertThat(report.totals()).isEmpty();
    assertThat(report.instances())
        .singleElement()
        .satisfies(instance -> assertThat(instance.flavorId()).isEqualTo("1"));
  }
}
