package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.api.ResourceClass.MEMORY_MB;

import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RamFilterTest {
  private static HostCheck check(long memoryMb) {
    return new RamFilter()
        .prepare(Hosts.request(Flavor.builder("f").memoryMb(memoryMb)), Cluster.of());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fits, 1024, 2048, 2048, 1.0, true",
    "equality, 1024, 2048, 1024, 1.0, true",
    "one short, 1025, 2048, 1024, 1.0, false",
    "overcommitted, 1024, 2048, 0, 1.5, true",
    "overcommitted and one short, 1025, 2048, 0, 1.5, false",
    "never above the total, 2049, 2048, 2048, 16.0, false",
    "the total itself, 2048, 2048, 2048, 1.0, true",
    "negative free that the ratio makes up, 512, 2048, -512, 1.5, true",
    "negative free that it does not, 513, 2048, -512, 1.5, false",
    "more free than there is, 2048, 2048, 4096, 0.5, true",
    "a ratio below 1, 1025, 2048, 2048, 0.5, false",
    "no memory asked of a full host, 0, 2048, 0, 1.0, true",
    "no memory asked of an overfull host, 0, 2048, -1, 1.0, false",
    "no memory asked of a host without, 0, 0, 0, 1.5, true",
    "memory asked of a host without, 1, 0, 0, 1.5, false",
    "rounding decides: 1.15 x 100 is below 115, 100, 100, 85, 1.15, false",
    "rounding decides: 1.1 x 10 is 11, 10, 10, 9, 1.1, true",
  })
  void check_memory_isComparedAsNovaDoes(
      String name, long asked, long total, long free, double ratio, boolean passes) {
    HostState host = Hosts.with(MEMORY_MB, total, free, ratio);
    assertThat(Judge.passes(check(asked), host)).as(name).isEqualTo(passes);
    assertThat(Judge.limits(check(asked), host))
        .isEqualTo(passes ? Map.of("memory_mb", total * ratio) : Map.of());
  }

  @Test
  void check_hostThatNeverReported_takesNothing() {
    assertThat(Judge.rejection(check(0), Hosts.neverReported()))
        .hasValueSatisfying(reason -> assertThat(reason).hasToString("never-reported [of=memory]"));
    assertThat(Judge.passes(check(1), Hosts.neverReported())).isFalse();
    assertThat(Judge.limits(check(0), Hosts.neverReported())).isEmpty();
  }

  @Test
  void check_reservedMemory_countsAsUsed() {
    HostState host =
        new HostState(
            Hosts.description().inventory(MEMORY_MB, new Inventory(2048, 512, 1.0)).build(),
            HostUsage.builder().used(MEMORY_MB, 512).build());
    assertThat(Judge.passes(check(1024), host)).isTrue();
    assertThat(Judge.passes(check(1025), host)).isFalse();
  }

  @Test
  void reason_tooLittleLeft_saysHowMuchIsMissing() {
    HostState host = Hosts.with(MEMORY_MB, 2048, 512, 1.25);
    assertThat(Judge.rejection(check(1536), host))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString(
                        "insufficient-memory (lacks 512 MiB)"
                            + " [limit=2560, needed=1536, usable=1024, used=1536]"));
  }

  @Test
  void reason_tooSmallAHost_comesFirst() {
    HostState host = Hosts.with(MEMORY_MB, 1024, 0, 1.0);
    assertThat(Judge.rejection(check(2048), host))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString(
                        "total-memory-too-small (lacks 1024 MiB) [needed=2048, total=1024]"));
  }
}
