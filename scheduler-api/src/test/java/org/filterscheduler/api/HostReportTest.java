package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostReportTest {
  private static final HostKey KEY = HostKey.of("host-1");
  private static final HostReport REPORT =
      HostReport.builder(KEY)
          .total(ResourceClass.VCPU, 8)
          .reserved(ResourceClass.VCPU, 1)
          .allocationRatio(ResourceClass.VCPU, 4)
          .stats(Map.of("io_workload", 1))
          .hypervisorType("QEMU")
          .hypervisorVersion(6_001_000)
          .hypervisorHostname("node-1")
          .hostIp("192.0.2.1")
          .cpuInfo("{}")
          .supportedInstances(List.of(new SupportedInstance("x86_64", "kvm", "hvm")))
          .attributes(Map.of("rack", "r1"))
          .bookings(Map.of("kind", "text"))
          .build();

  @Test
  void builder_setAfterBuild_leavesWhatWasBuilt() {
    HostReport.Builder builder = REPORT.toBuilder();
    HostReport before = builder.build();

    builder.total(ResourceClass.VCPU, 9).hostIp(null).stats(Map.of());

    assertThat(before).isEqualTo(REPORT);
    assertThat(builder.build()).isNotEqualTo(REPORT);
    assertThat(REPORT.hostIp()).contains("192.0.2.1");
  }

  @Test
  void maps_ofAReport_cannotBeChanged() {
    assertThatThrownBy(() -> REPORT.totals().put(ResourceClass.VCPU, 1L))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> REPORT.allocationRatios().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void usedLess_moreThanIsUsed_fallsBelowZero() {
    HostReport.Builder builder = HostReport.builder(KEY).usedLess(ResourceClass.VCPU, 2);

    assertThat(builder.build().used()).isEqualTo(Map.of(ResourceClass.VCPU, -2L));
    assertThat(builder.usedLess(ResourceClass.VCPU, 1).build().used())
        .isEqualTo(Map.of(ResourceClass.VCPU, -3L));
  }

  @Test
  void reported_descriptionOfAReport_isAsIfEachPartWereSet() {
    HostDescription each =
        HostDescription.builder(KEY)
            .stats(REPORT.stats())
            .hypervisorType(REPORT.hypervisorType())
            .hypervisorVersion(REPORT.hypervisorVersion())
            .hypervisorHostname(REPORT.hypervisorHostname().orElse(null))
            .hostIp(REPORT.hostIp().orElse(null))
            .cpuInfo(REPORT.cpuInfo().orElse(null))
            .supportedInstances(REPORT.supportedInstances())
            .attributes(REPORT.attributes())
            .bookings(REPORT.bookings())
            .build();

    HostDescription whole = HostDescription.builder(KEY).reported(REPORT).build();

    assertThat(whole).isEqualTo(each).hasSameHashCodeAs(each);
    assertThat(whole.stats()).isSameAs(REPORT.stats());
    assertThat(whole.toBuilder().cpuInfo(null).build()).isNotEqualTo(each);
  }
}
