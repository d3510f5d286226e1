package org.filterscheduler.api;

/** Where a claim is in its life. */
public enum ClaimState {
  /** Booked, and not yet confirmed: it expires. */
  PENDING,
  /** Booked for good: the instance is there. */
  CONFIRMED,
  /** Given back by its owner. */
  RELEASED,
  /** Given back since nobody confirmed it in time. */
  EXPIRED;

  /** Returns whether a claim in this state holds its amounts. */
  public boolean active() {
    return this == PENDING || this == CONFIRMED;
  }
}
