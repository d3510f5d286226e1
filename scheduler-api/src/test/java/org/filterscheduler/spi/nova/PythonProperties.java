package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** Texts and numbers come back as they went. */
final class PythonProperties {
  @Property
  void text_ofAnyDouble_isReadBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    assertThat(NovaNumbers.requireDouble(PythonText.of(value))).isEqualTo(Double.valueOf(value));
  }

  @Property
  void text_ofAnyDouble_isNotLongerThanJavas(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    assertThat(digits(PythonText.of(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
  }

  @Property
  void whole_ofAnyLong_isReadBack(@ForAll long value) {
    assertThat(NovaNumbers.requireLong(PythonText.of(value))).isEqualTo(value);
  }

  @Property
  void words_joinedAndSplit_areTheSame(@ForAll String text) {
    List<String> words = PythonText.words(text);
    assertThat(PythonText.words(String.join(" \t", words))).isEqualTo(words);
    assertThat(words).allSatisfy(word -> assertThat(PythonText.strip(word)).isEqualTo(word));
  }

  @Property
  void compare_anyTexts_isTheOrderOfTheirCodePoints(
      @ForAll @StringLength(max = 4) String left, @ForAll @StringLength(max = 4) String right) {
    int expected =
        java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    boolean wellFormed = isWellFormed(left) && isWellFormed(right);
    assertThat(
            !wellFormed
                || Integer.signum(PythonText.compare(left, right)) == Integer.signum(expected))
        .isTrue();
  }

  @Property
  void requirement_ofPlainText_isMetByItselfAlone(
      @ForAll @CharRange(from = 'a', to = 'z') String text,
      @ForAll @CharRange(from = 'a', to = 'z') String value) {
    assertThat(Requirement.of(text).matches(value)).isEqualTo(value.equals(text));
  }

  @Property
  void requirement_ofTextOrder_holdsOneWayOrTheOther(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 3) String operand,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 3) String value) {
    assertThat(met("s<", operand, value)).isNotEqualTo(met("s>=", operand, value));
    assertThat(met("s>", operand, value)).isNotEqualTo(met("s<=", operand, value));
    assertThat(met("s==", operand, value)).isNotEqualTo(met("s!=", operand, value));
  }

  private static boolean met(String operator, String operand, String value) {
    return Requirement.of(operator + " " + operand).matches(value);
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000);
  }

  private static long digits(String number) {
    int exponent = number.toLowerCase(java.util.Locale.ROOT).indexOf('e');
    String mantissa = exponent < 0 ? number : number.substring(0, exponent);
    return mantissa.replaceAll("[^0-9]", "").replaceAll("^0+|0+$", "").length();
  }
}
