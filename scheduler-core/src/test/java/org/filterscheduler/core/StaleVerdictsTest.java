package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.DescriptionCheck;
import org.junit.jupiter.api.Test;

/** Verdicts that cannot catch up with the descriptions are none. */
final class StaleVerdictsTest {
  private record Any() implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return true;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("none");
    }
  }

  private static final int LOGGED = 1024;

  @Test
  void verdicts_furtherBehindThanTheLogReaches_areNotGiven() {
    HostIndex index = new HostIndex();
    index.put(new Any(), index.newTree(), index.logged());

    change(index, LOGGED);
    assertThat(index.verdicts(new Any())).isNotNull();
    change(index, 1);
    assertThat(index.verdicts(new Any())).isNull();

    index.put(new Any(), index.newTree(), index.logged());
    assertThat(index.verdicts(new Any())).isNotNull();
  }

  private static void change(HostIndex index, int times) {
    for (int i = 0; i < times; i++) {
      index.changed(i % 7, true);
    }
  }
}
