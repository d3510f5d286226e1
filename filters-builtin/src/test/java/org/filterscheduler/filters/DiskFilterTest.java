package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.api.ResourceClass.DISK_MB;

import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiskFilterTest {
  private static HostCheck check(long rootGb, long ephemeralGb, long swapMb) {
    Flavor.Builder flavor =
        Flavor.builder("f").rootGb(rootGb).ephemeralGb(ephemeralGb).swapMb(swapMb);
    return new DiskFilter().prepare(Hosts.request(flavor), Cluster.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fits, 5, 5, 0, 20, 20480, 1.0, true",
    "equality, 10, 0, 0, 10, 10240, 1.0, true",
    "swap counts in MiB, 9, 0, 1024, 10, 10240, 1.0, true",
    "swap tips it, 10, 0, 1, 11, 10240, 1.0, false",
    "swap above the total, 10, 0, 1, 10, 10240, 2.0, false",
    "never above the total, 11, 0, 0, 10, 10240, 4.0, false",
    "free in MiB decides, 1, 0, 0, 10, 1023, 1.0, false",
    "overcommitted, 10, 0, 0, 20, 0, 1.5, true",
    "negative free, 9, 0, 0, 20, -1024, 1.5, true",
    "negative free that the ratio does not make up, 10, 0, 0, 20, -1024, 1.5, false",
    "no disk asked of a full host, 0, 0, 0, 10, 0, 1.0, true",
    "no disk asked of an overfull host, 0, 0, 0, 10, -1, 1.0, false",
  })
  void check_disk_isComparedAsNovaDoes(
      String name,
      long rootGb,
      long ephemeralGb,
      long swapMb,
      long totalGb,
      long freeMb,
      double ratio,
      boolean passes) {
    HostState host = Hosts.with(DISK_MB, 1024 * totalGb, freeMb, ratio);
    HostCheck check = check(rootGb, ephemeralGb, swapMb);
    assertThat(Judge.passes(check, host)).as(name).isEqualTo(passes);
    assertThat(Judge.limits(check, host))
        .isEqualTo(passes ? Map.of("disk_gb", 1024 * totalGb * ratio / 1024) : Map.of());
  }

  @Test
  void check_hostThatNeverReported_takesNothing() {
    assertThat(Judge.passes(check(0, 0, 0), Hosts.neverReported())).isFalse();
  }

  @Test
  void reason_tooLittleLeft_saysHowMuchIsMissing() {
    HostState host = Hosts.with(DISK_MB, 20480, 1024, 1.0);
    assertThat(Judge.rejection(check(2, 0, 0), host))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.code()).isEqualTo("insufficient-disk");
              assertThat(reason.shortfall()).hasToString("1024 MiB");
            });
  }
}
