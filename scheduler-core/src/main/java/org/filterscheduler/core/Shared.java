package org.filterscheduler.core;

import org.jspecify.annotations.Nullable;

/*
 * Gives equal values one object: a cloud has few kinds of hosts. It is forgetful, so that it stays
 * small: of the values that fall on one slot it knows the last. Several threads may use it at once
 * without a lock, for the values are immutable: what one misses costs an object, no more.
 */
final class Shared<T> {
  private static final int SLOTS = 256;

  private final @Nullable Object[] slots = new @Nullable Object[SLOTS];

  /** Returns a value that equals this one, mostly the same for all that do. */
  @SuppressWarnings("unchecked") // here is the only writer
  T one(T value) {
    int hash = value.hashCode() * 0x9E3779B9;
    int slot = hash >>> 24; // the best mixed bits, as many as there are slots
    Object known = slots[slot];
    if (known != null && value.equals(known)) {
      return (T) known;
    }
    slots[slot] = value;
    return value;
  }
}
