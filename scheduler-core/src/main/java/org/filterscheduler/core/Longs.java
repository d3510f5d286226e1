package org.filterscheduler.core;

import java.util.Arrays;

/** Words of bits in chunks that are copied at the first write after a copy, as in Doubles. */
final class Longs {
  private static final int BITS = 6;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  private final Object owner;
  private long[][] chunks;
  private Object[] owners;
  private boolean shared;

  Longs(Object owner) {
    this.owner = owner;
    chunks = new long[0][];
    owners = new Object[0];
  }

  private Longs(Longs original, Object owner) {
    this.owner = owner;
    chunks = original.chunks;
    owners = original.owners;
    shared = true;
  }

  /** Returns the same words for another owner; the original must not be written any more. */
  Longs copy(Object newOwner) {
    return new Longs(this, newOwner);
  }

  /** Returns a word; 0 beyond the end. */
  long word(int index) {
    int chunk = index >>> BITS;
    return chunk < chunks.length ? chunks[chunk][index & MASK] : 0;
  }

  boolean bit(int index) {
    return (word(index >>> 6) >>> index & 1) != 0;
  }

  void setBit(int index, boolean value) {
    int word = index >>> 6;
    int chunk = word >>> BITS;
    ensure(chunk + 1);
    if (shared || owners[chunk] != owner) {
      own(chunk);
    }
    if (value) {
      chunks[chunk][word & MASK] |= 1L << index;
    } else {
      chunks[chunk][word & MASK] &= ~(1L << index);
    }
  }

  private void own(int chunk) {
    if (shared) {
      chunks = chunks.clone();
      owners = owners.clone();
      shared = false;
    }
    if (owners[chunk] != owner) {
      chunks[chunk] = chunks[chunk].clone();
      owners[chunk] = owner;
    }
  }

  private void ensure(int wanted) {
    int before = chunks.length;
    if (wanted <= before) {
      return;
    }
    long[][] grown = Arrays.copyOf(chunks, wanted);
    Object[] grownOwners = Arrays.copyOf(owners, wanted);
    for (int i = before; i < wanted; i++) {
      grown[i] = new long[CHUNK];
      grownOwners[i] = owner;
    }
    chunks = grown;
    owners = grownOwners;
    shared = false;
  }

  /** Returns how many bytes the words take. */
  long bytes() {
    return 8L * CHUNK * chunks.length;
  }
}
