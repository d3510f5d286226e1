package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RandomIdsTest {
  private static final int MANY = 100_000;

  @Test
  void next_each_isARandomUuidOfVersion4() {
    for (int i = 0; i < 1_000; i++) {
      String id = RandomIds.next();
      UUID uuid = UUID.fromString(id);
      assertThat(uuid.toString()).isEqualTo(id);
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
    }
  }

  @Test
  void next_severalThreads_neverTwice() throws InterruptedException {
    List<List<String>> made = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (List<String> own : made) {
      Thread thread = new Thread(() -> fill(own));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Set<String> all = new HashSet<>();
    made.forEach(all::addAll);
    assertThat(all).hasSize(3 * MANY);
  }

  private static void fill(List<String> ids) {
    for (int i = 0; i < MANY; i++) {
      ids.add(RandomIds.next());
    }
  }

  /** Each of the 122 bits that are free is set in about half of the ids. */
  @Test
  void next_many_haveEachBitAsOftenAsNot() {
    int[] ones = new int[128];
    for (int i = 0; i < MANY; i++) {
      UUID uuid = UUID.fromString(RandomIds.next());
      for (int bit = 0; bit < 64; bit++) {
        ones[bit] += (int) ((uuid.getMostSignificantBits() >>> bit) & 1);
        ones[64 + bit] += (int) ((uuid.getLeastSignificantBits() >>> bit) & 1);
      }
    }
    for (int bit = 0; bit < 128; bit++) {
      if ((bit < 12 || bit > 15) && bit < 126) { // not those of version and variant
        assertThat(ones[bit]).as("bit %d", bit).isBetween(MANY * 47 / 100, MANY * 53 / 100);
      }
    }
  }
}
