package org.filterscheduler.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.spi.DescriptionCheck;
import org.jspecify.annotations.Nullable;

/*
 * What is kept of the hosts so that a decision need not ask them all: a column per measure (a
 * capacity dimension or a host metric), and the verdicts of description checks as bits. It is part of
 * the books and is copied with them in constant time.
 *
 * A change of a host runs no plug-in: it puts the host's slot on the list of the stale ones, and a
 * change of its description into a log. Whoever decides next evaluates those (see Refresh) before it
 * searches. Not safe for several threads.
 */
final class HostIndex {
  private static final int LOG = 1024; // entries; a verdict that is further behind is built anew
  private static final long VERDICT_BYTES = 64L << 20;
  private static final int MOST_ASKED = 4096;

  /** The verdicts of one check. */
  static final class Verdicts {
    private final BitTree tree;
    private final long cursor; // how much of the log it has seen
    private long lastUse;

    private Verdicts(BitTree tree, long cursor, long lastUse) {
      this.tree = tree;
      this.cursor = cursor;
      this.lastUse = lastUse;
    }

    BitTree tree() {
      return tree;
    }
  }

  private Object owner = new Object();
  private Object[] measures = new Object[0];
  private Column[] columns = new Column[0];
  private Map<DescriptionCheck, Verdicts> verdicts = new HashMap<>();
  private BitTree present = new BitTree(owner);
  private Longs staleSlots = new Longs(owner);
  private int[] stale = new int[16];
  private int[] log = new int[LOG];
  private int staleCount;
  private long logged;
  private int length;
  private long uses;
  private long verdictBytes;
  private final Set<DescriptionCheck> asked = new HashSet<>(); // once, so far
  // What of the above is shared with a copy; trees and columns know their owner themselves.
  private boolean shared;
  private boolean logShared;
  private boolean verdictsShared;

  HostIndex() {}

  private HostIndex(HostIndex original) {
    measures = original.measures;
    columns = original.columns;
    verdicts = original.verdicts;
    present = original.present;
    staleSlots = original.staleSlots;
    stale = original.stale;
    log = original.log;
    staleCount = original.staleCount;
    logged = original.logged;
    length = original.length;
    uses = original.uses;
    verdictBytes = original.verdictBytes;
    share();
  }

  /** Returns an index of the same; neither sees what becomes of the other. */
  HostIndex copy() {
    owner = new Object();
    share();
    return new HostIndex(this);
  }

  private void share() {
    shared = true;
    logShared = true;
    verdictsShared = true;
  }

  private void own() {
    if (shared) {
      columns = columns.clone();
      stale = stale.clone();
      staleSlots = staleSlots.copy(owner);
      shared = false;
    }
  }

  private void log(int slot) {
    if (logShared) {
      log = log.clone();
      logShared = false;
    }
    log[(int) (logged++ % LOG)] = slot;
  }

  // ---- what changes

  /** A host came, went, or is no longer as it was. */
  void changed(int slot, boolean description) {
    own();
    if (description) {
      log(slot);
    }
    length = Math.max(length, slot + 1);
    if (!staleSlots.bit(slot)) {
      staleSlots.setBit(slot, true);
      if (staleCount == stale.length) {
        stale = Arrays.copyOf(stale, 2 * staleCount);
      }
      stale[staleCount++] = slot;
    }
  }

  /** The slots were dealt anew: nothing that is kept holds any more. */
  void reset() {
    owner = new Object();
    measures = new Object[0];
    columns = new Column[0];
    verdicts = new HashMap<>();
    present = new BitTree(owner);
    staleSlots = new Longs(owner);
    stale = new int[16];
    log = new int[LOG];
    staleCount = 0;
    length = 0;
    verdictBytes = 0;
    shared = false;
    logShared = false;
    verdictsShared = false;
  }

  int staleCount() {
    return staleCount;
  }

  int stale(int index) {
    return stale[index];
  }

  /** Takes the slots that were set off the list of the stale ones. */
  void dropFresh() {
    int kept = 0;
    for (int i = 0; i < staleCount; i++) {
      if (staleSlots.bit(stale[i])) {
        stale[kept++] = stale[i];
      }
    }
    staleCount = kept;
  }

  /** Returns the number of slots, holes included. */
  int length() {
    return length;
  }

  /** Returns which slots have a host. */
  BitTree present() {
    return present;
  }

  // ---- columns

  /** Returns what is measured; the array is another one whenever that changes. */
  Object[] measures() {
    return measures;
  }

  /** Returns the column of a measure; null if there is none yet. */
  @Nullable Column column(Object measure) {
    for (int i = 0; i < measures.length; i++) {
      if (measures[i] == measure) { // the same object, mostly
        return columns[i];
      }
    }
    for (int i = 0; i < measures.length; i++) {
      if (measures[i].equals(measure)) {
        return columns[i];
      }
    }
    return null;
  }

  /** Starts a column, with no number yet. */
  Column addColumn(Object measure) {
    own();
    Column column = new Column(owner);
    column.ensure(length);
    measures = Arrays.copyOf(measures, measures.length + 1);
    columns = Arrays.copyOf(columns, columns.length + 1);
    measures[measures.length - 1] = measure;
    columns[columns.length - 1] = column;
    return column;
  }

  /**
   * Sets what is measured of a slot.
   *
   * @param values one per measure, from an index on; they are not read where there is no host
   */
  void set(int slot, boolean is, double[] values, int from) {
    own();
    present = present.ownedBy(owner);
    boolean was = present.get(slot);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = columns[i].ownedBy(owner);
      columns[i].ensure(length);
      columns[i].set(slot, is ? values[from + i] : Double.NaN, was, is);
    }
    present.set(slot, is);
    staleSlots.setBit(slot, false);
  }

  // ---- verdicts

  /**
   * Returns the verdicts of a check; null if there are none yet, or none that could catch up: the
   * log does not reach back to them, so nobody knows which of them still hold.
   */
  @Nullable Verdicts verdicts(DescriptionCheck check) {
    Verdicts found = verdicts.get(check);
    if (found == null || logged - found.cursor > LOG) {
      return null;
    }
    found.lastUse = ++uses;
    return found;
  }

  /** Returns whether a check without verdicts is asked for the second time. */
  boolean isAskedAgain(DescriptionCheck check) {
    if (asked.size() >= MOST_ASKED) {
      asked.clear();
    }
    return !asked.add(check);
  }

  /** Returns how many entries of the log the verdicts have not seen. */
  int behind(Verdicts of) {
    return (int) (logged - of.cursor);
  }

  /** Returns a slot whose description changed, the latest first. */
  int loggedBefore(int index) {
    return log[(int) ((logged - 1 - index) % LOG)];
  }

  /** Returns a tree of no verdicts, to be filled and put. */
  BitTree newTree() {
    return new BitTree(owner);
  }

  /** Returns the tree of some verdicts, to be changed and put. */
  BitTree owned(Verdicts of) {
    return of.tree.ownedBy(owner);
  }

  long logged() {
    return logged;
  }

  /**
   * Puts verdicts.
   *
   * @param cursor how much of the log they have seen
   */
  void put(DescriptionCheck check, BitTree tree, long cursor) {
    if (verdictsShared) {
      verdicts = new HashMap<>(verdicts);
      verdictsShared = false;
    }
    Verdicts before = verdicts.put(check, new Verdicts(tree, cursor, ++uses));
    verdictBytes += tree.bytes() - (before == null ? 0 : before.tree.bytes());
    while (verdictBytes > VERDICT_BYTES && verdicts.size() > 1) {
      evictOldest();
    }
  }

  private void evictOldest() {
    Map.@Nullable Entry<DescriptionCheck, Verdicts> oldest = null;
    for (Map.Entry<DescriptionCheck, Verdicts> some : verdicts.entrySet()) {
      if (oldest == null || some.getValue().lastUse < oldest.getValue().lastUse) {
        oldest = some;
      }
    }
    if (oldest != null) {
      verdictBytes -= oldest.getValue().tree.bytes();
      verdicts.remove(oldest.getKey());
    }
  }
}
