package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementTest {
  // name | value | requirement | whether it matches
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain text equals|kvm|kvm|true",
        "plain text is case-sensitive|KVM|kvm|false",
        "plain text is whole|kvm|kvm 2|false",
        "plain text keeps its blanks|kvm| kvm|false",
        "plain text of several words|a  b|a  b|true",
        "nothing asked of nothing|''|''|true",
        "nothing asked of something|x|''|false",
        "blanks asked are blanks|  |  |true",
        "blanks asked are not nothing|''|  |false",
        "above is no operator|3|> 2|false",
        "above as plain text|> 2|> 2|true",
        "below is no operator|1|< 2|false",
        "an operator without a blank is none|2|>=1|false",
        "s = is no operator|0|s = 0|false",
        "= means at least|3|= 2|true",
        "= on equality|2.0|= 2|true",
        "= below|1.9|= 2|false",
        "== as numbers|2.0|== 2|true",
        "== with exponent|1000|== 1e3|true",
        "!= as numbers|2.0|!= 2|false",
        "!= of different|3|!= 2|true",
        ">= on equality|2|>= 2|true",
        ">= below|1|>= 2|false",
        "<= on equality|2|<= 2|true",
        "<= above|3|<= 2|false",
        "numbers with blanks|' 5 '|>= 4|true",
        "numbers with underscores|1_0|== 10|true",
        "infinity is a number|inf|>= 1e308|true",
        "nan equals nothing|nan|== nan|false",
        "nan differs from itself|nan|!= nan|true",
        "further words are ignored|3|>= 2 99|true",
        "leading blanks of the operator|3|\u00a0 >= 2|true",
        "an operator alone|3|>=|false",
        "a numeric operator alone, on text|x|==|false",
        "s== alone|''|s==|false",
        "s== equal|a|s== a|true",
        "s== is no number comparison|2.0|s== 2|false",
        "s!= different|b|s!= a|true",
        "s< digits as text|10|s< 9|true",
        "s<= equal|a|s<= a|true",
        "s> upper case is below|B|s> a|false",
        "s>= longer|ab|s>= a|true",
        "s> beyond the first plane|😀|s> \uff01|true",
        "<in> substring|avx2|<in> avx|true",
        "<in> not there|avx|<in> avx2|false",
        "<in> only the first word|avx|<in> avx nope|true",
        "<in> alone|avx|<in>|false",
        "<in> on a list|['aes', 'vmx']|<in> 'vmx'|true",
        "<all-in> all|aes vmx|<all-in> aes vmx|true",
        "<all-in> not all|aes|<all-in> aes vmx|false",
        "<all-in> one twice|aes|<all-in> aes aes|true",
        "<all-in> alone|aes|<all-in>|false",
        "<or> first|a|<or> a <or> b|true",
        "<or> second|b|<or> a <or> b|true",
        "<or> none|c|<or> a <or> b|false",
        "<or> whatever stands between|c|<or> a b c|true",
        "<or> what stands between does not count|b|<or> a b c|false",
        "<or> trailing|a|<or> b <or> a <or>|true",
        "<or> whole words|ab|<or> a|false",
        "<or> of the word itself|<or>|<or> <or>|true",
      })
  void matches_value_followsTheLanguage(
      String name, String value, String requirement, boolean expected) {
    assertThat(Requirement.of(requirement).matches(value)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "text against a number|gold|>= 3|\"gold\"",
        "a number against text|5|== abc|\"abc\"",
        "a comma for a point|5|<= 1,5|\"1,5\"",
        "Java's own notation|5|= 1f|\"1f\"",
        "nothing against a number|''|= 1|\"\"",
        "true is no number|True|== 1|\"True\"",
      })
  void matches_noNumber_throwsWithIt(
      String name, String value, String requirement, String culprit) {
    assertThatThrownBy(() -> Requirement.of(requirement).matches(value))
        .as(name)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(requirement)
        .hasMessageContaining(culprit + " is no number");
  }

  @Test
  void matches_loneOr_throws() {
    assertThatThrownBy(() -> Requirement.of(" <or> ").matches("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must name a value");
  }

  @Test
  void of_equalTexts_givesEqualRequirements() {
    assertThat(Requirement.of("<or> a")).isEqualTo(Requirement.of("<or> a"));
    assertThat(Requirement.of("<or> a")).isNotEqualTo(Requirement.of("<or>  a"));
    assertThat(Requirement.of(">= 2")).hasToString(">= 2");
  }
}
