package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServerGroupTest {
  private static final ServerGroup KNOWN =
      ServerGroup.builder("g")
          .policy("affinity")
          .members(Set.of("i1", "i2"))
          .hosts(Set.of("a"))
          .build();

  private static final ServerGroup ALL =
      KNOWN.toBuilder().members(Set.of("i1", "i2", "i3")).hosts(Set.of("a", "b")).build();

  @Test
  void plus_othersAndTheSame_countsEachOnce() {
    ServerGroup more = KNOWN.plus(Set.of("i2", "i3"), Set.of("b"));
    assertThat(more.members()).containsExactlyInAnyOrder("i1", "i2", "i3").hasSize(3);
    assertThat(more.hosts()).containsExactlyInAnyOrder("a", "b");
    assertThat(more.members().contains("i3")).isTrue();
    assertThat(more.members().contains("i4")).isFalse();
    assertThat(more).isEqualTo(ALL).hasSameHashCodeAs(ALL);
    assertThat(ALL).isEqualTo(more);
    assertThat(more.toBuilder().build()).isEqualTo(more);
  }

  @Test
  void plus_nothingNew_isEqual() {
    assertThat(KNOWN.plus(Set.of(), Set.of())).isSameAs(KNOWN);
    assertThat(KNOWN.plus(Set.of("i1"), Set.of("a"))).isEqualTo(KNOWN);
  }

  @Test
  void plus_toAGroupWithoutMembers_hasThose() {
    ServerGroup empty = ServerGroup.builder("g").policy("affinity").build();
    assertThat(empty.plus(Set.of("i1", "i2"), Set.of("a"))).isEqualTo(KNOWN);
  }

  @Test
  void equals_otherMembersOfTheSameNumber_isFalse() {
    ServerGroup more = KNOWN.plus(Set.of("i4"), Set.of("b"));
    assertThat(more).isNotEqualTo(ALL);
    assertThat(more).isEqualTo(KNOWN.plus(Set.of("i4"), Set.of("b")));
  }
}
