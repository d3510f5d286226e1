package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ServiceState;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;

final class ComputeFilterTest {
  private static final HostCheck CHECK =
      new ComputeFilter().prepare(Hosts.request().build(), Cluster.of());

  private static HostState host(ServiceState service) {
    return Hosts.of(Hosts.description().service(service));
  }

  @Test
  void check_upAndEnabled_passes() {
    assertThat(Judge.passes(CHECK, host(ServiceState.UP))).isTrue();
    assertThat(Judge.passes(CHECK, Hosts.neverReported())).isTrue();
  }

  @Test
  void check_disabled_isRejectedWithTheOperatorsReason() {
    assertThat(Judge.rejection(CHECK, host(new ServiceState(true, true, "disk", false))))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("service-disabled [disabled_reason=disk]"));
  }

  @Test
  void check_disabledWithoutReason_isRejected() {
    assertThat(Judge.rejection(CHECK, host(new ServiceState(true, true, null, false))))
        .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("service-disabled"));
  }

  @Test
  void check_disabledAndDown_isSaidToBeDisabled() {
    assertThat(Judge.rejection(CHECK, host(new ServiceState(false, true, null, true))))
        .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("service-disabled"));
  }

  @Test
  void check_silent_isRejected() {
    assertThat(Judge.rejection(CHECK, host(new ServiceState(false, false, null, false))))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("service-down [forced_down=false]"));
  }

  @Test
  void check_forcedDown_isRejectedEvenWhileItReports() {
    assertThat(Judge.rejection(CHECK, host(new ServiceState(true, false, null, true))))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("service-down [forced_down=true]"));
  }
}
