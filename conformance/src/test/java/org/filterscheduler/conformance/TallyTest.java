package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private final Tally tally = new Tally("conformance");

  @Test
  void toString_allRanAndPassed_saysNone() {
    tally.ran("a", true);
    tally.ran("b", true);

    assertThat(tally).hasToString("conformance: RAN 2, PASSED 2, NOT SUPPORTED 0 (none)");
  }

  @Test
  void toString_someMissing_namesEachPlugInOnce() {
    tally.ran("a", false);
    tally.notSupported("b", Set.of("JsonFilter"));
    tally.notSupported("c", Set.of("JsonFilter", "AllHostsFilter"));

    assertThat(tally)
        .hasToString("conformance: RAN 1, PASSED 0, NOT SUPPORTED 2 (AllHostsFilter, JsonFilter)");
  }

  @Test
  void all_casesThatPassOnOneEngineOnly_havePassedOnNone() {
    Tally other = new Tally("conformance on another");
    tally.ran("a", true);
    tally.ran("b", true);
    other.ran("a", true);
    other.ran("b", false);

    assertThat(Tally.all(List.of(tally, other)))
        .hasToString("conformance: RAN 2, PASSED 1, NOT SUPPORTED 0 (none)");
  }
}
