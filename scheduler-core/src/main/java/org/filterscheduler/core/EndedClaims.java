package org.filterscheduler.core;

import java.util.Objects;
import java.util.function.Consumer;
import org.filterscheduler.api.Claim;

/*
 * The claims that ended, in the order in which they did: a ring in a list that is copied in constant
 * time. Not safe for several threads.
 */
final class EndedClaims {
  private static final int FEWEST = 64;

  private CowList<Claim> ring;
  private int first;
  private int size;

  EndedClaims() {
    ring = ring(FEWEST);
  }

  private EndedClaims(EndedClaims original) {
    ring = original.ring.copy();
    first = original.first;
    size = original.size;
  }

  EndedClaims copy() {
    return new EndedClaims(this);
  }

  int size() {
    return size;
  }

  void add(Claim claim) {
    if (size == ring.length()) {
      grow();
    }
    ring.set(slot(size), claim);
    size++;
  }

  /** Takes out the claim that ended first. */
  Claim remove() {
    Claim oldest = get(0);
    ring.set(first, null);
    first = slot(1);
    size--;
    return oldest;
  }

  void forEach(Consumer<Claim> action) {
    for (int i = 0; i < size; i++) {
      action.accept(get(i));
    }
  }

  private Claim get(int index) {
    return Objects.requireNonNull(ring.get(slot(index)), "ended claim");
  }

  private int slot(int index) {
    return (first + index) % ring.length();
  }

  private void grow() {
    CowList<Claim> wider = ring(2 * ring.length());
    for (int i = 0; i < size; i++) {
      wider.set(i, get(i));
    }
    ring = wider;
    first = 0;
  }

  private static CowList<Claim> ring(int length) {
    CowList<Claim> ring = new CowList<>();
    for (int i = 0; i < length; i++) {
      ring.add(null);
    }
    return ring;
  }
}
