package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A tree of bits is a set of slots, with a bit above each sixteen that has any. */
final class BitTreeProperties {
  private static final int FAN = 16;

  private static final class Kept {
    private Object owner = new Object();
    private BitTree tree = new BitTree(owner);
    private final BitSet model = new BitSet();

    void set(int slot, boolean value) {
      tree = tree.ownedBy(owner);
      tree.set(slot, value);
      model.set(slot, value);
    }

    /** As an index is copied: from then on either has to make the tree its own first. */
    Kept copy() {
      Kept copy = new Kept();
      owner = new Object();
      copy.tree = tree;
      copy.model.or(model);
      return copy;
    }

    void check(int slots) {
      assertThat(tree.count()).isEqualTo(model.cardinality());
      long[] words = model.toLongArray();
      for (int word = 0; word <= slots >>> 6; word++) {
        assertThat(tree.word(word)).isEqualTo(word < words.length ? words[word] : 0);
      }
      for (int slot = 0; slot < slots; slot++) {
        assertThat(tree.get(slot)).isEqualTo(model.get(slot));
      }
      BitSet below = model;
      int nodes = slots;
      for (int level = 0; level < 7; level++) {
        nodes = (nodes + FAN - 1) / FAN;
        BitSet above = new BitSet();
        for (int node = 0; node <= nodes; node++) { // one beyond the end, too
          int children = children(below, node);
          assertThat(tree.children(level, node)).isEqualTo(children);
          above.set(node, children != 0);
        }
        below = above;
      }
    }

    private static int children(BitSet below, int node) {
      int children = 0;
      for (int child = 0; child < FAN; child++) {
        children |= below.get(node * FAN + child) ? 1 << child : 0;
      }
      return children;
    }
  }

  @Property(tries = 150)
  void bitTree_afterAnyWritesAndCopies_equalsASet(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20_000) int slots,
      @ForAll @IntRange(max = 500) int writes) {
    Random random = new Random(seed);
    List<Kept> all = new ArrayList<>(List.of(new Kept()));
    for (int i = 0; i < writes; i++) {
      Kept one = all.get(random.nextInt(all.size()));
      int slot = random.nextInt(random.nextInt(4) == 0 ? slots : Math.min(slots, 40));
      one.set(slot, random.nextBoolean());
      if (all.size() < 4 && random.nextInt(20) == 0) {
        all.add(one.copy());
      }
    }
    for (Kept one : all) {
      one.check(slots);
    }
  }
}
