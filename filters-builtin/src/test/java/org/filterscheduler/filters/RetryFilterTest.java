package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Retry;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;

final class RetryFilterTest {
  private static final HostState HOST = Hosts.named("h1", "n1");

  private static HostCheck check(Retry retry) {
    return new RetryFilter().prepare(Hosts.request().retry(retry).build(), Cluster.of(HOST));
  }

  private static Retry after(String host, String node) {
    return Retry.FIRST.after(new HostKey(host, node), "no space");
  }

  @Test
  void prepare_withoutHistory_asksNothing() {
    assertThat(check(null)).isEqualTo(HostCheck.everything());
    assertThat(check(Retry.FIRST)).isEqualTo(HostCheck.everything());
  }

  @Test
  void check_triedNode_isRejected() {
    HostCheck check = check(after("h1", "n1"));
    assertThat(Judge.rejection(check, HOST))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.code()).isEqualTo("already-tried");
              assertThat(reason.values()).containsEntry("tried", "[h1/n1]");
            });
  }

  @Test
  void check_otherNodeOfTheHost_passes() {
    assertThat(Judge.passes(check(after("h1", "n2")), HOST)).isTrue();
  }

  @Test
  void check_otherCase_passes() {
    assertThat(Judge.passes(check(after("H1", "n1")), HOST)).isTrue();
    assertThat(Judge.passes(check(after("h1", "N1")), HOST)).isTrue();
  }

  @Test
  void check_sameNodeTriedTwice_isRejected() {
    Retry twice = after("h1", "n1").after(new HostKey("h1", "n1"), null);
    assertThat(Judge.passes(check(twice), HOST)).isFalse();
  }
}
