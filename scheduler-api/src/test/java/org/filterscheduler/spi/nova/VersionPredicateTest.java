package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionPredicateTest {
  @ParameterizedTest(name = "{0}: {2} for {1}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "at least, equal|6001000|>=6.1|true",
        "at least, the third number|6001000|>=6.1.1|false",
        "above, equal|6000000|>6.0|false",
        "below|5009999|<6.0|true",
        "at most|6000001|<=6.0|false",
        "equal without the third number|6000000|==6.0.0|true",
        "two groups|12003|==12.3|true",
        "two groups with a third number asked|12003|==12.3.0|true",
        "different|12003|!=12.3|false",
        "numbers, not texts|10002000|>9.0|true",
        "all terms hold|6001000|>=6.0,<6.2|true",
        "one term does not|6002000|>=6.0,<6.2|false",
        "blanks around|6001000| >= 6.0 , < 6.2 |true",
        "no-break spaces around|6001000|\u00a0>=\u00a06.0\u00a0|true",
        "a release is above its pre-release|6000000|>6.0a3|true",
        "a release is not its pre-release|6000000|==6.0b1|false",
        "a release is not below the next pre-release|6001000|<6.1a1|false",
        "leading zeros|6001000|==06.01|true",
      })
  void matches_version_isCompared(String name, long version, String predicate, boolean expected) {
    assertThat(VersionPredicate.parse(predicate).matches(version)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        "6.0",
        ">=6",
        ">=6.0.0.0",
        ">=6.0c1",
        ">=6.0a",
        ">=6.x",
        "=6.0",
        "=>6.0",
        ">=6.0,",
        ",>=6.0",
        ">=6.0 <7.0",
        "~6.0",
        ">= 6 .0",
        ">=6.0-1",
        ">=v6.0"
      })
  void parse_other_isRefusedWithItsText(String predicate) {
    assertThatThrownBy(() -> VersionPredicate.parse(predicate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + predicate + "\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 999, 1002003004L, 1000000000L, -6001000})
  void matches_notTwoOrThreeGroups_throws(long version) {
    VersionPredicate predicate = VersionPredicate.parse("!=6.0");
    assertThatThrownBy(() -> predicate.matches(version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(version));
  }

  @Test
  void matches_withoutTerms_looksAtNoVersion() {
    assertThat(VersionPredicate.ANY.matches(5)).isTrue();
  }

  @Test
  void compare_preReleases_sortBeforeTheirRelease() {
    var terms = VersionPredicate.parse("==1.2a1,==1.2a2,==1.2b1,==1.2,==1.2.1a1").terms();
    assertThat(terms).extracting(VersionPredicate.Term::version).isSorted();
  }

  @Test
  void toString_predicate_isAPredicateAgain() {
    VersionPredicate predicate = VersionPredicate.parse(" >=6.0 , != 6.1a2 ");
    assertThat(predicate).hasToString(">=6.0.0,!=6.1.0a2");
    assertThat(VersionPredicate.parse(predicate.toString())).isEqualTo(predicate);
  }
}
