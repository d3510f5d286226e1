package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateTest {
  private final TestClock clock = new TestClock();
  private final Rate rate = new Rate(2, Duration.ofSeconds(1), clock);

  @Test
  void ask_withinAWindow_letsSoManyThroughAndCountsTheRest() {
    assertThat(rate.ask()).isZero();
    assertThat(rate.ask()).isZero();
    assertThat(rate.ask()).isNegative();
    assertThat(rate.ask()).isNegative();

    clock.pass(Duration.ofSeconds(1));
    assertThat(rate.ask()).isEqualTo(2);
    assertThat(rate.ask()).isZero();
  }

  @Test
  void ask_afterTheClockWasSetBack_opensAWindow() {
    rate.ask();
    rate.ask();
    clock.pass(Duration.ofDays(-1));

    assertThat(rate.ask()).isZero();
  }
}
