package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscheduler.api.RequestSpec;
import org.junit.jupiter.api.Test;

final class DrawTest {
  @Test
  void below_ofTheSameInstance_isTheSame() {
    assertThat(Draw.below(1000, instance("i-1"))).isEqualTo(Draw.below(1000, instance("i-1")));
  }

  @Test
  void below_ofAPinnedSeed_staysTheSameForEver() {
    // Whoever replays a decision of an older release draws the same.
    assertThat(Draw.below(1000, TestScheduler.request("i-1").seed(42).build())).isEqualTo(797);
    assertThat(Draw.below(1000, TestScheduler.request("i-2").seed(42).index(1).build()))
        .isEqualTo(291);
    assertThat(Draw.below(1000, instance("i-1"))).isEqualTo(451);
  }

  @Test
  void below_ofManyInstances_isSpreadEvenly() {
    int[] counts = new int[8];
    for (int i = 0; i < 80_000; i++) {
      counts[Draw.below(counts.length, instance("instance-" + i))]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400); // four standard deviations
    }
  }

  @Test
  void below_ofNeighbouringSeeds_isSpreadEvenly() {
    int[] counts = new int[8];
    for (int seed = 0; seed < 80_000; seed++) {
      counts[Draw.below(counts.length, TestScheduler.request("i").seed(seed).build())]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
  }

  private static RequestSpec instance(String id) {
    return TestScheduler.request(id).build();
  }
}
