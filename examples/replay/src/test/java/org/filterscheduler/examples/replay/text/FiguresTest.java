package org.filterscheduler.examples.replay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void bar_partOfAWhole_isFilledInProportion() {
    assertThat(Figures.bar(1, 3)).isEqualTo("[##########....................]");
  }

  @Test
  void bar_moreThanTheWhole_isFull() {
    assertThat(Figures.bar(5, 3)).isEqualTo("[" + "#".repeat(30) + "]");
  }

  @Test
  void percent_wholeOfNothing_isNone() {
    assertThat(Figures.percent(0, 0)).isEqualTo("0.0 %");
  }

  @Test
  void grouped_anyLocale_isTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.grouped(1_234_567)).isEqualTo("1,234,567");
      assertThat(Figures.grouped(0.25)).isEqualTo("0.3");
      assertThat(Figures.weight(-2)).isEqualTo("-2.0000");
    } finally {
      Locale.setDefault(before);
    }
  }
}
