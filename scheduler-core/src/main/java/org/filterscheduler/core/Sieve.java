package org.filterscheduler.core;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.jspecify.annotations.Nullable;

/**
 * Tells which hosts pass a plan: for many at once by columns and bits, and for single ones by the
 * checks that have neither. Not for several threads.
 */
final class Sieve {
  private static final int MOST = 32; // checks of a kind; what is more is asked host by host

  private final Column[] columns = new Column[MOST];
  private final double[] demands = new double[MOST];
  private final BitTree[] trees = new BitTree[MOST];
  private final HostCheck[] asked = new HostCheck[2 * MOST];
  private int columnCount;
  private int treeCount;
  private int askedCount;
  private List<Set<HostKey>> excluded = List.of();
  private @Nullable Books books;
  private @Nullable BitSet known; // of the slots that were asked, if plug-ins are
  private @Nullable BitSet passed;
  private boolean failed;
  private boolean empty;
  private boolean asksPlugins;

  /**
   * Takes a plan to the index of some books.
   *
   * @return false if it has more checks than a sieve has room for
   */
  boolean set(Plan plan, Books of) {
    clear();
    books = of;
    excluded = plan.excluded();
    empty = plan.isImpossible() || of.index().present().count() == 0;
    trees[treeCount++] = of.index().present();
    if (plan.within() != null) {
      trees[treeCount++] = plan.within();
    }
    return addChecks(plan, of.index());
  }

  private boolean addChecks(Plan plan, HostIndex index) {
    int most = plan.capacities().size() + plan.descriptions().size() + plan.others().size();
    if (most >= MOST - 2) {
      return false;
    }
    asksPlugins = plan.asksPlugins();
    List<CapacityCheck> capacities = plan.capacities();
    for (int i = 0; i < capacities.size(); i++) {
      add(capacities.get(i), index);
    }
    List<DescriptionCheck> descriptions = plan.descriptions();
    for (int i = 0; i < descriptions.size(); i++) {
      add(descriptions.get(i), index);
    }
    List<HostCheck> others = plan.others();
    for (int i = 0; i < others.size(); i++) {
      asked[askedCount++] = others.get(i);
    }
    if (asksPlugins) {
      known = new BitSet();
      passed = new BitSet();
    }
    return true;
  }

  void clear() {
    Arrays.fill(asked, 0, askedCount, null);
    columnCount = 0;
    treeCount = 0;
    askedCount = 0;
    known = null;
    passed = null;
    failed = false;
    asksPlugins = false;
    books = null;
  }

  private void add(CapacityCheck check, HostIndex index) {
    Column column = index.column(check.dimension());
    if (column == null) {
      asked[askedCount++] = check;
      asksPlugins = true;
    } else if (column.isFaulty()) {
      failed = true; // who is at fault only the plain path can tell
    } else if (column.most() < check.demand()) {
      empty = true;
    } else if (column.least() < check.demand()) {
      columns[columnCount] = column;
      demands[columnCount++] = check.demand();
    }
  }

  private void add(DescriptionCheck check, HostIndex index) {
    HostIndex.Verdicts verdicts = index.verdicts(check);
    if (verdicts == null) {
      asked[askedCount++] = check;
      asksPlugins = true;
    } else {
      trees[treeCount++] = verdicts.tree();
    }
  }

  /** Returns whether it is known already that no host passes. */
  boolean isEmpty() {
    return empty;
  }

  /** Returns whether a plug-in failed, so that only the plain path can answer. */
  boolean hasFailed() {
    return failed;
  }

  /** Returns whether single hosts are asked by code of plug-ins. */
  boolean asksPlugins() {
    return asksPlugins;
  }

  /**
   * Returns behind which of a node's children there may be hosts that pass, as far as columns tell.
   */
  int children(int level, int node) {
    int mask = 0xFFFF;
    for (int i = 0; i < treeCount && mask != 0; i++) {
      mask &= trees[i].children(level, node);
    }
    for (int i = 0; i < columnCount && mask != 0; i++) {
      mask = columns[i].reaching(demands[i], level, node, mask);
    }
    return mask;
  }

  /** Returns whether a host passes as far as columns and bits tell. */
  boolean fits(int slot) {
    for (int i = 0; i < treeCount; i++) {
      if (!trees[i].get(slot)) {
        return false;
      }
    }
    for (int i = 0; i < columnCount; i++) {
      if (!(columns[i].get(slot) >= demands[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a host that fits passes all else. */
  boolean admits(int slot) {
    if (askedCount == 0 && excluded.isEmpty()) {
      return true;
    }
    if (known == null || passed == null) {
      return asks(slot);
    }
    if (!known.get(slot)) {
      known.set(slot);
      passed.set(slot, asks(slot));
    }
    return passed.get(slot);
  }

  private boolean asks(int slot) {
    HostRecord record = books == null ? null : books.recordAt(slot);
    if (record == null || failed) {
      return false;
    }
    for (int i = 0; i < excluded.size(); i++) {
      if (excluded.get(i).contains(record.key())) {
        return false;
      }
    }
    return asks(record.state());
  }

  private boolean asks(HostState host) {
    try {
      for (int i = 0; i < askedCount; i++) {
        if (!Checks.passes(asked[i], host)) {
          return false;
        }
      }
      return true;
    } catch (Exception | StackOverflowError | LinkageError e) {
      failed = true;
      return false;
    }
  }
}
