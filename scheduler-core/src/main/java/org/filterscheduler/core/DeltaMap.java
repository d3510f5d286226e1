package org.filterscheduler.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * An immutable map of one host's instances or claims that changes cheaply: a change is a node in
 * front of the map before it, and each sixteenth change folds the nodes into a plain map. So a claim
 * does not copy what its host has.
 */
final class DeltaMap<K, V> {
  private static final int MOST_NODES = 16;
  private static final DeltaMap<?, ?> EMPTY = new DeltaMap<>(Map.of());

  // Either a whole map, or one change on top of another map.
  private final @Nullable Map<K, V> whole;
  private final @Nullable DeltaMap<K, V> before;
  private final @Nullable K key;
  private final @Nullable V value;
  private final int nodes;
  private final int size;

  private DeltaMap(Map<K, V> whole) {
    this.whole = whole;
    this.before = null;
    this.key = null;
    this.value = null;
    this.nodes = 0;
    this.size = whole.size();
  }

  private DeltaMap(DeltaMap<K, V> before, K key, @Nullable V value, int size) {
    this.whole = null;
    this.before = before;
    this.key = key;
    this.value = value;
    this.nodes = before.nodes + 1;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // it has no entry
  static <K, V> DeltaMap<K, V> empty() {
    return (DeltaMap<K, V>) EMPTY;
  }

  static <K, V> DeltaMap<K, V> of(Map<K, V> entries) {
    return entries.isEmpty() ? empty() : new DeltaMap<>(new LinkedHashMap<>(entries));
  }

  int size() {
    return size;
  }

  boolean containsKey(K wanted) {
    return get(wanted) != null;
  }

  @Nullable V get(K wanted) {
    DeltaMap<K, V> map = this;
    while (map.before != null) {
      if (wanted.equals(map.key)) {
        return map.value;
      }
      map = map.before;
    }
    return map.whole == null ? null : map.whole.get(wanted);
  }

  DeltaMap<K, V> with(K newKey, V newValue) {
    return folded(new DeltaMap<>(this, newKey, newValue, containsKey(newKey) ? size : size + 1));
  }

  DeltaMap<K, V> without(K oldKey) {
    return containsKey(oldKey) ? folded(new DeltaMap<>(this, oldKey, null, size - 1)) : this;
  }

  /** Returns the entries as a plain map, in the order in which they came. */
  Map<K, V> toMap() {
    Map<K, V> map = new LinkedHashMap<>();
    collect(map);
    return map;
  }

  private static <K, V> DeltaMap<K, V> folded(DeltaMap<K, V> map) {
    return map.nodes < MOST_NODES ? map : of(map.toMap());
  }

  private void collect(Map<K, V> map) {
    if (whole != null) {
      map.putAll(whole);
    } else if (before != null && key != null) {
      before.collect(map); // at most sixteen deep
      if (value == null) {
        map.remove(key);
      } else {
        map.put(key, value);
      }
    }
  }
}
