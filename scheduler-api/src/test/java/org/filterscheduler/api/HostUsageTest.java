package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HostUsageTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");

  private static final HostUsage SOME =
      HostUsage.builder()
          .used(ResourceClass.VCPU, 2)
          .used(new ResourceClass("MEMORY_MB"), 512)
          .used(ResourceClass.DISK_MB, -7)
          .used(GPU, 3)
          .numInstances(4)
          .numIoOps(1)
          .failedBuilds(5)
          .metrics(Map.of("cpu.percent", 12L))
          .instances(List.of("i"), Set.of("f"))
          .build();

  @Test
  void used_eachClass_isWhatWasSet() {
    assertThat(SOME.used(new ResourceClass("VCPU"))).isEqualTo(2);
    assertThat(SOME.used(ResourceClass.MEMORY_MB)).isEqualTo(512);
    assertThat(SOME.used(ResourceClass.DISK_MB)).isEqualTo(-7);
    assertThat(SOME.used(GPU)).isEqualTo(3);
    assertThat(SOME.used(ResourceClass.PCI_DEVICE)).isZero();
    assertThat(SOME.used())
        .containsOnly(
            Map.entry(ResourceClass.VCPU, 2L),
            Map.entry(ResourceClass.MEMORY_MB, 512L),
            Map.entry(ResourceClass.DISK_MB, -7L),
            Map.entry(GPU, 3L));
  }

  @Test
  void add_severalClasses_addsToEach() {
    HostUsage sum =
        SOME.toBuilder()
            .add(ResourceClass.VCPU, 1)
            .add(GPU, -3)
            .add(ResourceClass.PCI_DEVICE, 9)
            .build();
    assertThat(sum.used(ResourceClass.VCPU)).isEqualTo(3);
    assertThat(sum.used(GPU)).isZero();
    assertThat(sum.used(ResourceClass.PCI_DEVICE)).isEqualTo(9);
    assertThat(SOME.used(GPU)).isEqualTo(3);
  }

  @Test
  void equals_zeroThatWasNamed_differsFromNotNamed() {
    HostUsage named = HostUsage.builder().used(ResourceClass.DISK_MB, 0).build();
    assertThat(named).isNotEqualTo(HostUsage.builder().build());
    assertThat(named.used()).containsOnlyKeys(ResourceClass.DISK_MB);
  }

  @Test
  void equals_eachPart_matters() {
    assertThat(SOME.toBuilder().build()).isEqualTo(SOME).hasSameHashCodeAs(SOME);
    assertThat(SOME.toBuilder().used(GPU, 4).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().used(ResourceClass.VCPU, 4).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().numInstances(5).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().failedBuilds(6).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().metrics(Map.of()).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().bookings(Map.of("k", "v")).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().instances(List.of("i"), Set.of()).build()).isNotEqualTo(SOME);
    assertThat(SOME.toBuilder().instances(List.of("i"), Set.of("f")).build()).isEqualTo(SOME);
  }
}
