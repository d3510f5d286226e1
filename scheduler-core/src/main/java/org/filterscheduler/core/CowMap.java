package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/*
 * A hash map that is copied in constant time. The entries lie in parts; a copy shares all parts with
 * its original, and each of the two copies a part for itself before it first writes to it. Whether a
 * part is its own a map tells by an owner's token, which it changes whenever it is copied.
 *
 * While nobody takes copies it is as fast as the hash maps that it is made of. Not safe for several
 * threads, except that a copy that is never written may be read by all.
 */
final class CowMap<K, V> {
  private static final int FEWEST_PARTS = 16;
  private static final int MOST_PARTS = 1 << 16;
  // A part is copied whole at its first write after a copy: small parts keep that cheap.
  private static final int MEAN_PART_SIZE = 32;

  private static final class Part<K, V> {
    final Object owner;
    final Map<K, V> entries;

    Part(Object owner, Map<K, V> entries) {
      this.owner = owner;
      this.entries = entries;
    }
  }

  private @Nullable Part<K, V>[] parts;
  private boolean partsShared;
  private Object owner = new Object();
  private int size;

  CowMap() {
    parts = newParts(FEWEST_PARTS);
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

  @Nullable V get(K key) {
    Part<K, V> part = parts[indexOf(key)];
    return part == null ? null : part.entries.get(key);
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
    if (ownPart(key).entries.put(key, value) == null) {
      size++;
    }
  }

  void remove(K key) {
    if (containsKey(key)) {
      ownPart(key).entries.remove(key);
      size--;
    }
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    for (Part<K, V> part : parts) {
      if (part != null) {
        part.entries.forEach(action);
      }
    }
  }

  List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEach((key, value) -> values.add(value));
    return values;
  }

  private int indexOf(K key) {
    int hash = key.hashCode() * 0x9E3779B9; // spreads what hash codes leave in the low bits
    return (hash >>> 16) & (parts.length - 1);
  }

  private Part<K, V> ownPart(K key) {
    if (partsShared) {
      parts = Arrays.copyOf(parts, parts.length);
      partsShared = false;
    }
    int index = indexOf(key);
    Part<K, V> part = parts[index];
    if (part == null || part.owner != owner) {
      part = new Part<>(owner, part == null ? new HashMap<>() : new HashMap<>(part.entries));
      parts[index] = part;
    }
    return part;
  }

  private void grow() {
    @Nullable Part<K, V>[] old = parts;
    parts = newParts(Math.min(old.length * 4, MOST_PARTS));
    partsShared = false;
    for (Part<K, V> part : old) {
      if (part != null) {
        part.entries.forEach((key, value) -> ownPart(key).entries.put(key, value));
      }
    }
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // an array of a generic type cannot be made otherwise
  private static <K, V> @Nullable Part<K, V>[] newParts(int length) {
    return (Part<K, V>[]) new Part[length];
  }
}
