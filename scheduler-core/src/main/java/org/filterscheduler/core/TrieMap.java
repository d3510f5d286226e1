package org.filterscheduler.core;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/*
 * An immutable hash map whose changed versions share nearly all with it: a change costs in proportion
 * to the logarithm of its size, whatever the size. It is a hash array mapped trie: each level of nodes
 * looks at the next five bits of the hash, and below the last level keys of one hash lie in a row.
 */
final class TrieMap<K, V> {
  private static final int BITS = 5;
  private static final int LAST_SHIFT = 30;
  private static final Node NOTHING = new Node(0, 0, new Object[0]);
  private static final TrieMap<?, ?> EMPTY = new TrieMap<>(NOTHING, 0);

  /** In the slots lie first keys with their values, then nodes, the latter from the end. */
  private static final class Node {
    final int entries; // a bit for each of the 32 places that has an entry
    final int nodes; // a bit for each that has a node
    final Object[] slots;

    Node(int entries, int nodes, Object[] slots) {
      this.entries = entries;
      this.nodes = nodes;
      this.slots = slots;
    }

    int entrySlot(int bit) {
      return 2 * Integer.bitCount(entries & (bit - 1));
    }

    int nodeSlot(int bit) {
      return slots.length - 1 - Integer.bitCount(nodes & (bit - 1));
    }

    Node child(int bit) {
      return (Node) slots[nodeSlot(bit)];
    }

    /** How many slots have keys and values. */
    int end() {
      return slots.length - Integer.bitCount(nodes);
    }

    boolean isOneEntry() {
      return nodes == 0 && slots.length == 2;
    }

    Node replacing(int slot, Object value) {
      Object[] others = slots.clone();
      others[slot] = value;
      return new Node(entries, nodes, others);
    }

    Node adding(int slot, int bit, Object key, Object value) {
      return new Node(entries | bit, nodes, spliced(slots, slot, 0, key, value));
    }

    Node removing(int slot, int bit) {
      return new Node(entries & ~bit, nodes, spliced(slots, slot, 2));
    }

    /** Puts a node in place of an entry. */
    Node sinking(int bit, Node child) {
      Node without = removing(entrySlot(bit), bit);
      int slot = without.slots.length - Integer.bitCount(nodes & (bit - 1));
      return new Node(without.entries, nodes | bit, spliced(without.slots, slot, 0, child));
    }

    /** Puts the only entry of a node in place of the node. */
    Node lifting(int bit, Node child) {
      Object[] fewer = spliced(slots, nodeSlot(bit), 1);
      return new Node(entries, nodes & ~bit, fewer)
          .adding(entrySlot(bit), bit, child.slots[0], child.slots[1]);
    }
  }

  private final Node root;
  private final int size;

  private TrieMap(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // it has no entry
  static <K, V> TrieMap<K, V> empty() {
    return (TrieMap<K, V>) EMPTY;
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // with is the only writer
  @Nullable V get(K key) {
    int hash = hash(key);
    Node node = root;
    for (int shift = 0; shift <= LAST_SHIFT; shift += BITS) {
      int bit = bit(hash, shift);
      if ((node.entries & bit) != 0) {
        int slot = node.entrySlot(bit);
        return key.equals(node.slots[slot]) ? (V) node.slots[slot + 1] : null;
      }
      if ((node.nodes & bit) == 0) {
        return null;
      }
      node = node.child(bit);
    }
    int slot = find(node, key);
    return slot < 0 ? null : (V) node.slots[slot + 1];
  }

  boolean containsKey(K key) {
    return get(key) != null;
  }

  TrieMap<K, V> with(K key, V value) {
    return new TrieMap<>(with(root, key, value, 0), containsKey(key) ? size : size + 1);
  }

  TrieMap<K, V> without(K key) {
    return containsKey(key) ? new TrieMap<>(without(root, key, 0), size - 1) : this;
  }

  private static Node with(Node node, Object key, Object value, int shift) {
    if (shift > LAST_SHIFT) {
      int slot = find(node, key);
      return slot < 0 ? node.adding(0, 0, key, value) : node.replacing(slot + 1, value);
    }
    int bit = bit(hash(key), shift);
    if ((node.nodes & bit) != 0) {
      return node.replacing(node.nodeSlot(bit), with(node.child(bit), key, value, shift + BITS));
    }
    int slot = node.entrySlot(bit);
    if ((node.entries & bit) == 0) {
      return node.adding(slot, bit, key, value);
    }
    Object other = node.slots[slot];
    if (other.equals(key)) {
      return node.replacing(slot + 1, value);
    }
    Node one = with(NOTHING, other, node.slots[slot + 1], shift + BITS);
    return node.sinking(bit, with(one, key, value, shift + BITS));
  }

  /** Takes out a key, which is there. */
  private static Node without(Node node, Object key, int shift) {
    if (shift > LAST_SHIFT) {
      return node.removing(find(node, key), 0);
    }
    int bit = bit(hash(key), shift);
    if ((node.entries & bit) != 0) {
      return node.removing(node.entrySlot(bit), bit);
    }
    Node child = without(node.child(bit), key, shift + BITS);
    return child.isOneEntry()
        ? node.lifting(bit, child)
        : node.replacing(node.nodeSlot(bit), child);
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    forEach(root, action);
  }

  @SuppressWarnings("unchecked") // with is the only writer
  private static <K, V> void forEach(Node node, BiConsumer<? super K, ? super V> action) {
    int end = node.end();
    for (int slot = 0; slot < end; slot += 2) {
      action.accept((K) node.slots[slot], (V) node.slots[slot + 1]);
    }
    for (int slot = end; slot < node.slots.length; slot++) {
      forEach((Node) node.slots[slot], action);
    }
  }

  /** Returns a view of the keys. */
  Set<K> keys() {
    return new Keys<>(this);
  }

  private static int hash(Object key) {
    return key.hashCode() * 0x9E3779B9;
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift);
  }

  /** Finds a key in a row; -1 if it is not there. */
  private static int find(Node row, Object key) {
    for (int slot = 0; slot < row.slots.length; slot += 2) {
      if (key.equals(row.slots[slot])) {
        return slot;
      }
    }
    return -1;
  }

  /** Copies an array with some elements taken out at a place, and others put in. */
  private static Object[] spliced(Object[] array, int at, int out, Object... in) {
    Object[] copy = Arrays.copyOf(array, array.length - out + in.length);
    System.arraycopy(in, 0, copy, at, in.length);
    System.arraycopy(array, at + out, copy, at + in.length, array.length - at - out);
    return copy;
  }

  /** Equal by value, as sets are, but at once where it is of the same map. */
  private static final class Keys<K> extends AbstractSet<K> {
    private final TrieMap<K, ?> map;

    Keys(TrieMap<K, ?> map) {
      this.map = map;
    }

    @Override
    public int size() {
      return map.size;
    }

    @Override
    @SuppressWarnings("unchecked") // a key of another type equals none
    public boolean contains(@Nullable Object key) {
      return key != null && map.containsKey((K) key);
    }

    @Override
    public Iterator<K> iterator() {
      List<K> keys = new ArrayList<>(map.size);
      map.forEach((key, value) -> keys.add(key));
      return List.copyOf(keys).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return (other instanceof Keys<?> that && map == that.map) || super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
