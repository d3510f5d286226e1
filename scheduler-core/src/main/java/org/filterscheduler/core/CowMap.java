package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/*
 * A hash map that is copied in constant time. The entries lie in parts; a copy shares all parts with
 * its original, and each of the two copies a part for itself before it first writes to it. Whether a
 * part is its own a map tells by an owner's token, which it changes whenever it is copied.
 *
 * A part is an array of hash codes and one of keys and values, with linear probing: an entry costs no
 * object, neither of memory nor of garbage, only keys of the same hash are looked at, and copying a
 * part is copying two arrays. While nobody takes copies the map is as fast as a plain hash map. Not
 * safe for several threads, except that a copy that is never written may be read by all; reading
 * without the lock what others write ends, with any answer.
 */
final class CowMap<K, V> {
  private static final int FEWEST_PARTS = 16;
  private static final int MOST_PARTS = 1 << 16;
  // A part is copied whole at its first write after a copy: small parts keep that cheap.
  private static final int MEAN_PART_SIZE = 32;
  private static final int SMALLEST_TABLE = 4;
  private static final int ABSENT = -1;

  private static final class Part {
    final Object owner;
    int[] hashes; // 0 where nothing lies; at most three quarters are in use
    @Nullable Object[] entries; // key, value, key, value, ...
    int size;

    Part(Object owner, int[] hashes, @Nullable Object[] entries, int size) {
      this.owner = owner;
      this.hashes = hashes;
      this.entries = entries;
      this.size = size;
    }

    Part(Object owner, int length) {
      this(owner, new int[length], new @Nullable Object[2 * length], 0);
    }

    /** Returns the slot of a key; ABSENT if it has none. */
    int find(Object key, int hash) {
      int mask = hashes.length - 1;
      for (int slot = hash & mask; hashes[slot] != 0; slot = (slot + 1) & mask) {
        if (hashes[slot] == hash && key.equals(entries[2 * slot])) {
          return slot;
        }
      }
      return ABSENT;
    }

    /** Returns the value of a key; null if it has none. Others may write meanwhile. */
    @Nullable Object get(Object key, int hash) {
      int[] known = hashes;
      @Nullable Object[] lain = entries;
      int mask = Math.min(known.length, lain.length / 2) - 1; // the same unless they are replaced
      int slot = hash & mask;
      for (int tries = 0; tries <= mask && known[slot] != 0; tries++) {
        if (known[slot] == hash && key.equals(lain[2 * slot])) {
          return lain[2 * slot + 1];
        }
        slot = (slot + 1) & mask;
      }
      return null;
    }

    /** Returns whether the key is new. */
    boolean put(Object key, int hash, Object value) {
      int slot = find(key, hash);
      if (slot != ABSENT) {
        entries[2 * slot + 1] = value;
        return false;
      }
      if (4 * (size + 1) > 3 * hashes.length) {
        widen();
      }
      lay(key, hash, value);
      size++;
      return true;
    }

    private void lay(@Nullable Object key, int hash, @Nullable Object value) {
      int mask = hashes.length - 1;
      int slot = hash & mask;
      while (hashes[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      entries[2 * slot] = key;
      entries[2 * slot + 1] = value;
      hashes[slot] = hash;
    }

    private void widen() {
      int[] knownBefore = hashes;
      @Nullable Object[] lainBefore = entries;
      hashes = new int[2 * knownBefore.length];
      entries = new @Nullable Object[2 * lainBefore.length];
      for (int slot = 0; slot < knownBefore.length; slot++) {
        if (knownBefore[slot] != 0) {
          lay(lainBefore[2 * slot], knownBefore[slot], lainBefore[2 * slot + 1]);
        }
      }
    }

    /** Empties a slot, and moves up the entries that would not be found beyond it any more. */
    void close(int empty) {
      int mask = hashes.length - 1;
      int hole = empty;
      for (int slot = (hole + 1) & mask; hashes[slot] != 0; slot = (slot + 1) & mask) {
        int home = hashes[slot] & mask;
        // whether its home lies not between the hole and the slot, going round
        if (((slot - home) & mask) >= ((slot - hole) & mask)) {
          entries[2 * hole] = entries[2 * slot];
          entries[2 * hole + 1] = entries[2 * slot + 1];
          hashes[hole] = hashes[slot];
          hole = slot;
        }
      }
      hashes[hole] = 0;
      entries[2 * hole] = null;
      entries[2 * hole + 1] = null;
      size--;
    }
  }

  private @Nullable Part[] parts;
  private boolean partsShared;
  private Object owner = new Object();
  private int size;

  CowMap() {
    parts = new Part[FEWEST_PARTS];
  }

  private CowMap(CowMap<K, V> original) {
    parts = original.parts;
    partsShared = true;
    size = original.size;
  }

  /** Returns a map of the same entries; neither sees what is written to the other later. */
  CowMap<K, V> copy() {
    owner = new Object();
    partsShared = true;
    return new CowMap<>(this);
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // put is the only writer
  @Nullable V get(K key) {
    int hash = hash(key);
    @Nullable Part[] all = parts;
    Part part = all[partOf(hash, all)];
    return part == null ? null : (V) part.get(key, hash);
  }

  V getOrDefault(K key, V otherwise) {
    V value = get(key);
    return value == null ? otherwise : value;
  }

  boolean containsKey(K key) {
    return get(key) != null;
  }

  void put(K key, V value) {
    if (size > parts.length * MEAN_PART_SIZE && parts.length < MOST_PARTS) {
      grow();
    }
    int hash = hash(key);
    if (ownPart(hash).put(key, hash, value)) {
      size++;
    }
  }

  void remove(K key) {
    int hash = hash(key);
    Part shared = parts[partOf(hash, parts)];
    int slot = shared == null ? ABSENT : shared.find(key, hash);
    if (slot != ABSENT) {
      ownPart(hash).close(slot); // a copy of a part has the same slots
      size--;
    }
  }

  @SuppressWarnings("unchecked") // put is the only writer
  void forEach(BiConsumer<? super K, ? super V> action) {
    for (Part part : parts) {
      if (part != null) {
        @Nullable Object[] entries = part.entries;
        for (int i = 0; i < entries.length; i += 2) {
          Object key = entries[i];
          Object value = entries[i + 1];
          if (key != null && value != null) {
            action.accept((K) key, (V) value);
          }
        }
      }
    }
  }

  List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEach((key, value) -> values.add(value));
    return values;
  }

  // Spreads what hash codes leave in the low bits; the upper half picks the part, the lower the
  // slot.
  private static int hash(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }

  private static int partOf(int hash, @Nullable Object[] parts) {
    return (hash >>> 16) & (parts.length - 1);
  }

  private Part ownPart(int hash) {
    if (partsShared) {
      parts = Arrays.copyOf(parts, parts.length);
      partsShared = false;
    }
    int index = partOf(hash, parts);
    Part part = parts[index];
    if (part == null || part.owner != owner) {
      part =
          part == null
              ? new Part(owner, SMALLEST_TABLE)
              : new Part(owner, part.hashes.clone(), part.entries.clone(), part.size);
      parts[index] = part;
    }
    return part;
  }

  private void grow() {
    @Nullable Part[] old = parts;
    parts = new Part[Math.min(old.length * 4, MOST_PARTS)];
    partsShared = false;
    for (Part part : old) {
      if (part != null) {
        spread(part);
      }
    }
  }

  private void spread(Part part) {
    for (int slot = 0; slot < part.hashes.length; slot++) {
      int hash = part.hashes[slot];
      if (hash != 0) {
        Part to = ownPart(hash);
        if (4 * (to.size + 1) > 3 * to.hashes.length) {
          to.widen();
        }
        to.lay(part.entries[2 * slot], hash, part.entries[2 * slot + 1]);
        to.size++;
      }
    }
  }
}
