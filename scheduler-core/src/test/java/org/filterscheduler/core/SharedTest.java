package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.filterscheduler.api.Inventory;
import org.junit.jupiter.api.Test;

final class SharedTest {
  @Test
  void one_equalValues_giveOneObject() {
    Shared<Inventory> shared = new Shared<>();
    Inventory first = shared.one(new Inventory(8, 1, 2.0));

    assertThat(shared.one(new Inventory(8, 1, 2.0))).isSameAs(first);
  }

  @Property
  void one_anyValues_equalsWhatItWasAskedFor(@ForAll long[] values) {
    Shared<Long> shared = new Shared<>();
    for (long value : values) {
      assertThat(shared.one(value)).isEqualTo(value);
    }
  }
}
