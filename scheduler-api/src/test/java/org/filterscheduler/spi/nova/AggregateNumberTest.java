package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AggregateNumberTest {
  private final List<String> warnings = new ArrayList<>();

  private double decimal(String... values) {
    return AggregateNumber.decimal("ratio", List.of(values), 1.5, warnings::add);
  }

  private long whole(String... values) {
    return AggregateNumber.whole("max", List.of(values), 8, warnings::add);
  }

  @Test
  void number_withoutValues_isTheOther() {
    assertThat(decimal()).isEqualTo(1.5);
    assertThat(whole()).isEqualTo(8);
    assertThat(warnings).isEmpty();
  }

  @Test
  void number_ofSeveralValues_isTheLeast() {
    assertThat(decimal("10.0", "9", " 1e1 ")).isEqualTo(9.0);
    assertThat(whole("10", " 9 ", "100")).isEqualTo(9);
    assertThat(warnings).isEmpty();
  }

  @Test
  void number_nought_isANumber() {
    assertThat(decimal("0")).isZero();
    assertThat(whole("-1")).isEqualTo(-1);
  }

  @Test
  void decimal_oneBadValue_discardsAllAndWarns() {
    assertThat(decimal("0.5", "1.5,2.0")).isEqualTo(1.5);
    assertThat(warnings)
        .containsExactly(
            "The aggregates' metadata ratio: \"1.5,2.0\" is no number. Write it as 2, 2.5 or 1e3."
                + " Using 1.5.");
  }

  @Test
  void whole_fraction_isBad() {
    assertThat(whole("3", "8.5")).isEqualTo(8);
    assertThat(warnings).singleElement().asString().contains("max", "\"8.5\"", "Using 8.");
  }

  @Test
  void decimal_emptyValue_isBad() {
    assertThat(decimal("")).isEqualTo(1.5);
    assertThat(warnings).hasSize(1);
  }
}
