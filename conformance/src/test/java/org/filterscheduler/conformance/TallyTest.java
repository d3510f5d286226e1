package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void toString_allRanAndPassed_saysNone() {
    tally.ran(true);
    tally.ran(true);

    assertThat(tally).hasToString("conformance: RAN 2, PASSED 2, NOT SUPPORTED 0 (none)");
  }

  @Test
  void toString_someMissing_namesEachPlugInOnce() {
    tally.ran(false);
    tally.notSupported(Set.of("JsonFilter"));
    tally.notSupported(Set.of("JsonFilter", "AllHostsFilter"));

    assertThat(tally)
        .hasToString("conformance: RAN 1, PASSED 0, NOT SUPPORTED 2 (AllHostsFilter, JsonFilter)");
  }
}
