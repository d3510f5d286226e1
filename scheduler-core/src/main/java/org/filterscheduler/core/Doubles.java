package org.filterscheduler.core;

import java.util.Arrays;

/*
 * An array of doubles that grows and that is copied in constant time, like CowList: its chunks are
 * copied at the first write after a copy. A copy writes to the chunks that its owner's token is on.
 */
final class Doubles {
  static final int BITS = 8;
  private static final int CHUNK = 1 << BITS;
  static final int MASK = CHUNK - 1;

  private final Object owner;
  private final double empty;
  private double[][] chunks;
  private Object[] owners;
  private boolean shared;

  /**
   * Starts without any chunk.
   *
   * @param empty what is read where nothing was written
   */
  Doubles(double empty, Object owner) {
    this.empty = empty;
    this.owner = owner;
    chunks = new double[0][];
    owners = new Object[0];
  }

  private Doubles(Doubles original, Object owner) {
    this.owner = owner;
    empty = original.empty;
    chunks = original.chunks;
    owners = original.owners;
    shared = true;
  }

  /** Returns the same values for another owner; the original must not be written any more. */
  Doubles copy(Object newOwner) {
    return new Doubles(this, newOwner);
  }

  double get(int index) {
    return chunks[index >>> BITS][index & MASK];
  }

  /** Returns the chunk that holds an index, at {@code index & MASK}; to be read only. */
  double[] chunk(int index) {
    return chunks[index >>> BITS];
  }

  void set(int index, double value) {
    int chunk = index >>> BITS;
    if (shared || owners[chunk] != owner) {
      own(chunk);
    }
    chunks[chunk][index & MASK] = value;
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

  /** Makes room for indexes below a length. */
  void ensure(int length) {
    int before = chunks.length;
    int wanted = (length + CHUNK - 1) >>> BITS;
    if (wanted <= before) {
      return;
    }
    double[][] grown = Arrays.copyOf(chunks, wanted);
    Object[] grownOwners = Arrays.copyOf(owners, wanted);
    for (int i = before; i < wanted; i++) {
      grown[i] = new double[CHUNK];
      Arrays.fill(grown[i], empty);
      grownOwners[i] = owner;
    }
    chunks = grown;
    owners = grownOwners;
    shared = false;
  }
}
