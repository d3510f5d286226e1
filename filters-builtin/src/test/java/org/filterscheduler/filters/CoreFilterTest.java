package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.api.ResourceClass.VCPU;

import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoreFilterTest {
  private final TestContext context = new TestContext();

  private HostCheck check(int vcpus) {
    return new CoreFilter(context)
        .prepare(Hosts.request(Flavor.builder("f").vcpus(vcpus)), Cluster.of());
  }

  private static HostState host(long total, long used, double ratio) {
    return Hosts.with(VCPU, total, total - used, ratio);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fits, 4, 8, 0, 1.0, true",
    "equality, 4, 8, 4, 1.0, true",
    "one short, 5, 8, 4, 1.0, false",
    "overcommitted, 4, 4, 60, 16.0, true",
    "overcommitted and one short, 4, 4, 61, 16.0, false",
    "never above the total, 5, 4, 0, 16.0, false",
    "a ratio below 1, 4, 4, 0, 0.5, false",
    "half a CPU is none, 1, 1, 0, 0.5, false",
    "none asked of a full host, 0, 4, 4, 1.0, true",
    "none asked of an overfull host, 0, 4, 5, 1.0, false",
    "rounding decides: 1.15 x 100 is below 115, 1, 100, 114, 1.15, false",
  })
  void check_cores_areComparedAsNovaDoes(
      String name, int asked, long total, long used, double ratio, boolean passes) {
    HostState host = host(total, used, ratio);
    assertThat(Judge.passes(check(asked), host)).as(name).isEqualTo(passes);
    assertThat(Judge.limits(check(asked), host)).isEqualTo(Map.of("vcpu", total * ratio));
  }

  @Test
  void check_hostThatSaysOfNoCores_passesWithoutLimitAndWithAWarning() {
    HostState host = host(0, 3, 16.0);
    assertThat(Judge.passes(check(1000), host)).isTrue();
    assertThat(Judge.limits(check(1000), host)).isEmpty();
    assertThat(Judge.limits(check(1), host)).isEmpty();
    assertThat(context.warnings()).containsOnlyKeys("no-vcpus:h1");
    assertThat(context.warnings().get("no-vcpus:h1")).startsWith("The host h1 reports no VCPUs");
  }

  @Test
  void check_hostThatNeverReported_passes() {
    assertThat(Judge.passes(check(1), Hosts.neverReported())).isTrue();
  }

  @Test
  void check_ratioOfNought_hasNoLimitAndNoRoom() {
    HostState host = host(8, 0, 0.0);
    assertThat(Judge.limits(check(1), host)).isEmpty();
    assertThat(Judge.rejection(check(1), host))
        .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("insufficient-vcpus"));
    assertThat(Judge.passes(check(0), host)).isTrue();
    assertThat(Judge.rejection(check(9), host))
        .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("insufficient-vcpus"));
  }

  @Test
  void reason_rejected_saysHowManyAreMissing() {
    assertThat(Judge.rejection(check(4), host(4, 2, 1.0)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString(
                        "insufficient-vcpus (lacks 2 VCPU)"
                            + " [limit=4, needed=4, usable=2, used=2]"));
    assertThat(Judge.rejection(check(6), host(4, 0, 16.0)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString("total-vcpus-too-small (lacks 2 VCPU) [needed=6, total=4]"));
  }
}
