package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AmountsTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");
  private static final Amounts SOME =
      Amounts.NONE.with(GPU, 4).with(ResourceClass.DISK_MB, 0).with(ResourceClass.VCPU, 2);
  private static final Map<ResourceClass, Long> SAME =
      Map.of(ResourceClass.VCPU, 2L, ResourceClass.DISK_MB, 0L, GPU, 4L);

  @Test
  void equals_mapOfTheSameEntries_isTrueBothWays() {
    assertThat(SOME).isEqualTo(SAME).hasSameHashCodeAs(SAME);
    assertThat(SAME).isEqualTo(SOME);
    assertThat(SOME)
        .isEqualTo(
            Amounts.NONE
                .with(ResourceClass.DISK_MB, 0)
                .with(GPU, 3)
                .with(ResourceClass.VCPU, 2)
                .with(GPU, 4));
  }

  @Test
  void equals_amountOfZeroAndNone_differ() {
    assertThat(Amounts.NONE.with(ResourceClass.VCPU, 0)).isNotEqualTo(Amounts.NONE);
    assertThat(Amounts.NONE.with(GPU, 0)).isNotEqualTo(Amounts.NONE);
  }

  @Test
  void get_eachKindOfKey_findsWhatIsNamed() {
    assertThat(SOME).hasSize(3).containsEntry(new ResourceClass("VCPU"), 2L).containsEntry(GPU, 4L);
    assertThat(SOME.get(ResourceClass.MEMORY_MB)).isNull();
    assertThat(SOME.getOrDefault(ResourceClass.MEMORY_MB, 7L)).isEqualTo(7);
    assertThat(SOME.getOrDefault(ResourceClass.DISK_MB, 7L)).isZero();
    assertThat(SOME.containsKey(ResourceClass.MEMORY_MB)).isFalse();
    assertThat(SOME.of(ResourceClass.MEMORY_MB)).isZero();
    assertThat(SOME.of(GPU)).isEqualTo(4);
  }

  @Test
  void forEach_someAmounts_visitsWhatTheEntriesAre() {
    Map<ResourceClass, Long> visited = new LinkedHashMap<>();
    SOME.forEach(visited::put);

    assertThat(visited).isEqualTo(SAME);
    assertThat(new ArrayList<>(visited.keySet()))
        .isEqualTo(List.of(ResourceClass.VCPU, ResourceClass.DISK_MB, GPU))
        .isEqualTo(new ArrayList<>(SOME.keySet()));
  }

  @Test
  void put_anything_isRefused() {
    assertThatThrownBy(() -> SOME.put(GPU, 1L)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> SOME.remove(GPU)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(SOME::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThat(SOME).isEqualTo(SAME);
  }
}
