package org.filterscheduler.core;

/*
 * One bit per slot, and above it, level by level, one bit per sixteen bits below: whether any of
 * them is set. So a search sees at each node which children are worth a visit.
 */
final class BitTree {
  /** How many levels there can be: enough for 2^32 slots. */
  static final int LEVELS = 8;

  private final Object owner;
  private final Longs[] levels = new Longs[LEVELS];
  private int count;

  BitTree(Object owner) {
    this.owner = owner;
    for (int level = 0; level < LEVELS; level++) {
      levels[level] = new Longs(owner);
    }
  }

  private BitTree(BitTree original, Object owner) {
    this.owner = owner;
    for (int level = 0; level < LEVELS; level++) {
      levels[level] = original.levels[level].copy(owner);
    }
    count = original.count;
  }

  /** Returns the tree that an owner may write to; from then on the original must not be written. */
  BitTree ownedBy(Object wanted) {
    return owner == wanted ? this : new BitTree(this, wanted);
  }

  boolean get(int slot) {
    return levels[0].bit(slot);
  }

  /** Returns 64 bits of the lowest level, as a word. */
  long word(int index) {
    return levels[0].word(index);
  }

  /** Returns how many bits are set. */
  int count() {
    return count;
  }

  /**
   * Returns the bits of a node's sixteen children.
   *
   * @param level the level of the children; 0 for slots
   * @param node the number of the node among those of its level
   */
  int children(int level, int node) {
    return (int) (levels[level].word(node >>> 2) >>> ((node & 3) << 4)) & 0xFFFF;
  }

  void set(int slot, boolean value) {
    if (get(slot) == value) {
      return;
    }
    count += value ? 1 : -1;
    int index = slot;
    levels[0].setBit(index, value);
    for (int level = 0; level < LEVELS - 1; level++) {
      boolean any = children(level, index >>> 4) != 0;
      index >>>= 4;
      if (levels[level + 1].bit(index) == any) {
        return;
      }
      levels[level + 1].setBit(index, any);
    }
  }

  long bytes() {
    long bytes = 0;
    for (Longs level : levels) {
      bytes += level.bytes();
    }
    return bytes;
  }
}
