package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DataTest {
  static List<Object> noData() {
    return List.of(
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Float.POSITIVE_INFINITY,
        new BigDecimal("1e999"),
        BigInteger.ONE.shiftLeft(63),
        new AtomicLong(1),
        new Object(),
        List.of(Map.of("deep", Double.NaN)));
  }

  @ParameterizedTest
  @MethodSource("noData")
  void copyOf_whatIsNoData_isRefused(Object value) {
    assertThatThrownBy(() -> Data.copyOf(Map.of("key", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no data");
  }

  @Test
  void copyOf_numbersOfAnyWidth_areEqualWhereTheyAreTheSame() {
    Object narrow = List.of(1, (short) 2, (byte) 3, BigInteger.TEN, 0.1f, new BigDecimal("2.50"));
    Object wide = List.of(1L, 2L, 3L, 10L, 0.1, 2.5);

    assertThat(Data.copyOf(Map.of("a", narrow))).isEqualTo(Data.copyOf(Map.of("a", wide)));
  }

  @Test
  void copyOf_nullsTextsAndSwitches_stay() {
    List<Object> values = Arrays.asList(null, "text", true, -0.0, Long.MIN_VALUE);

    assertThat(Data.copyOf(Map.of("a", values)).get("a")).isEqualTo(values);
  }

  @Test
  void copyOf_laterChangeOfTheOriginal_isNotSeen() {
    List<Object> inner = new ArrayList<>(List.of("a"));
    Map<String, Object> original = new HashMap<>(Map.of("list", inner));
    Map<String, Object> copy = Data.copyOf(original);

    inner.add("b");
    original.clear();

    assertThat(copy).isEqualTo(Map.of("list", List.of("a")));
    assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equals_reportThatGivesTheNumberOfItsList_isTheSameReport() {
    HostReport listed = HostReport.builder(HostKey.of("host-1")).build();

    assertThat(listed.toBuilder().numInstances(0).build()).isEqualTo(listed);
    assertThat(listed.toBuilder().numInstances(1).build()).isNotEqualTo(listed);
  }
}
