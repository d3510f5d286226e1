package org.filterscheduler.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * A list with holes that is copied in constant time, like CowMap: its slots lie in chunks, which are
 * copied at the first write after a copy.
 */
final class CowList<T> {
  private static final int CHUNK = 256;

  private static final class Chunk {
    final Object owner;
    final @Nullable Object[] slots;

    Chunk(Object owner, @Nullable Object[] slots) {
      this.owner = owner;
      this.slots = slots;
    }
  }

  private Chunk[] chunks = new Chunk[0];
  private boolean chunksShared;
  private Object owner = new Object();
  private int length;

  CowList() {}

  private CowList(CowList<T> original) {
    chunks = original.chunks;
    chunksShared = true;
    length = original.length;
  }

  /** Returns a list of the same slots; neither sees what is written to the other later. */
  CowList<T> copy() {
    owner = new Object();
    chunksShared = true;
    return new CowList<>(this);
  }

  /** Returns the number of slots, those of holes included. */
  int length() {
    return length;
  }

  @SuppressWarnings("unchecked") // set is the only writer
  @Nullable T get(int index) {
    return (T) chunks[index / CHUNK].slots[index % CHUNK];
  }

  /** Sets a slot; null makes a hole. */
  void set(int index, @Nullable T value) {
    ownChunk(index / CHUNK).slots[index % CHUNK] = value;
  }

  /** Adds a slot at the end, null for a hole, and returns its index. */
  int add(@Nullable T value) {
    if (length == chunks.length * CHUNK) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunksShared = false;
      chunks[chunks.length - 1] = new Chunk(owner, new @Nullable Object[CHUNK]);
    }
    set(length, value);
    return length++;
  }

  private Chunk ownChunk(int index) {
    if (chunksShared) {
      chunks = Arrays.copyOf(chunks, chunks.length);
      chunksShared = false;
    }
    if (chunks[index].owner != owner) {
      chunks[index] = new Chunk(owner, Arrays.copyOf(chunks[index].slots, CHUNK));
    }
    return chunks[index];
  }
}
