package org.filterscheduler.core;

import org.filterscheduler.api.HostKey;
import org.jspecify.annotations.Nullable;

/*
 * A moment in the history of books: a change of one host, followed by the next one. Whoever keeps a
 * moment can undo what came after it, and so see the hosts of back then, although nobody copied them.
 * Nobody keeps a moment on behalf of the books, so what nobody remembers is garbage at once.
 *
 * An era of moments ends with a frozen copy of the books, so that a moment that is kept for long
 * keeps no more than its era alive.
 */
final class Moment {
  /** A time between two frozen copies. */
  static final class Era {
    private static final int FEWEST_CHANGES = 1 << 17;
    private static final int CHANGES_PER_HOST = 16;

    private int changes;
    private volatile @Nullable Books end;

    /** Returns the books at the end of the era; null as long as it lasts. */
    @Nullable Books end() {
      return end;
    }

    void end(Books books) {
      end = books;
    }

    /** Returns whether a copy of all books costs little compared with the changes. */
    boolean isLong(int hosts) {
      return changes >= Math.max(FEWEST_CHANGES, CHANGES_PER_HOST * hosts);
    }
  }

  private final Era era;
  private final @Nullable HostKey key;
  private final @Nullable HostRecord before;
  // Written under the lock of the ledger; read by who froze the books after that.
  private @Nullable Moment next;

  private Moment(Era era, @Nullable HostKey key, @Nullable HostRecord before) {
    this.era = era;
    this.key = key;
    this.before = before;
  }

  /** Returns the first moment of an era. */
  static Moment first() {
    return new Moment(new Era(), null, null);
  }

  /**
   * Adds a moment after this one, which must be the last.
   *
   * @param changed which host changed
   * @param previous what it was; null if there was no such host
   */
  Moment then(HostKey changed, @Nullable HostRecord previous) {
    Moment moment = new Moment(era, changed, previous);
    next = moment;
    era.changes++;
    return moment;
  }

  Era era() {
    return era;
  }

  /** Returns which host changed; null for the first moment of an era. */
  @Nullable HostKey key() {
    return key;
  }

  @Nullable HostRecord before() {
    return before;
  }

  @Nullable Moment next() {
    return next;
  }
}
