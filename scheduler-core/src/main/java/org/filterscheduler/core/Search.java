package org.filterscheduler.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.SparseScore;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host that the plain path would choose. It goes down the trees of an index, best bound
 * first, and leaves out what cannot pass or win; where that does not pay within a budget of nodes
 * it scans the columns instead. What only the plain path can answer (a plug-in that fails, say) it
 * leaves to that. Not for several threads; it is kept and used again, for it is large.
 */
final class Search {
  /** How a search ends. */
  enum Outcome {
    FOUND,
    NONE,
    /** Only the plain path can tell. */
    PLAIN,
    /** The columns have to be scanned, which was not to be done. */
    SCAN
  }

  private static final int FREE_NODES = 40;
  private static final int MOST_SPECIAL = 512;
  private static final int REST = 15;

  private final Sieve sieve = new Sieve();
  private final Scores scores = new Scores();
  private final Contest contest = new Contest();
  private final double[][] bounds = new double[BitTree.LEVELS][Column.FAN];
  private int[] special = new int[0]; // slots of which a weigher says something of its own
  private int specialCount;
  private boolean skipsSpecial;
  private long budget;
  private int resting; // for how many searches by several metrics the trees are left out
  private int best;
  private double bestScore;

  /** Lets go of all that a search was given. */
  void clear() {
    sieve.clear();
    scores.clear();
    specialCount = 0;
  }

  /** Returns the slot of the host that was found. */
  int slot() {
    return best;
  }

  /**
   * Searches.
   *
   * @param plan what the instance asks for
   * @param books the hosts; their index must be fresh
   * @param request the instance, for the draw
   * @param policy how it is drawn, and whether the trees may be used
   * @param scans whether the columns may be scanned, which takes long
   */
  Outcome run(Plan plan, Books books, RequestSpec request, Policy policy, boolean scans) {
    boolean strict = policy.quirks().failuresFailRequests();
    if (!sieve.set(plan, books) || sieve.hasFailed() || (strict && sieve.asksPlugins())) {
      return Outcome.PLAIN; // strictly, all hosts have to be asked whether a plug-in fails
    }
    if (sieve.isEmpty()) {
      return Outcome.NONE;
    }
    if (!scores.set(plan.weighers(), books.index()) && !plan.scans()) {
      return Outcome.PLAIN;
    }
    Outcome outcome = null;
    boolean draws = policy.hostSubsetSize() > 1 || policy.shuffleBest();
    boolean trees = policy.engine().indexed() && !draws && !plan.scans();
    if (trees && plan.included() == null) {
      outcome = descend(plan, books);
    }
    if (outcome == null) {
      outcome = scans ? scan(plan, books, request, policy) : Outcome.SCAN;
    }
    return sieve.hasFailed() ? Outcome.PLAIN : outcome;
  }

  // ---- by the trees

  /** Returns null if the budget did not suffice. */
  private @Nullable Outcome descend(Plan plan, Books books) {
    int groups = books.index().length() / Column.FAN;
    Column decisive = scores.decisive();
    if (decisive != null || scores.count() == 0) {
      budget = FREE_NODES + groups / 16L;
      if (decisive == null) {
        scores.byAny(); // nobody weighs: the first that passes
      } else {
        scores.byDecisive(decisive);
      }
      return find(books) ? result() : null;
    }
    if (resting > 0) {
      resting--;
      return null;
    }
    budget = FREE_NODES * (1L + scores.count()) + groups / 8L;
    boolean found = findSpecial(plan.weighers(), books) && findRanges(books) && findHeaviest(books);
    if (!found) {
      // Where hosts are much alike in their weights, the trees do not tell them apart.
      resting = REST;
    }
    return found ? result() : null;
  }

  private Outcome result() {
    return best < 0 ? Outcome.NONE : Outcome.FOUND;
  }

  private boolean find(Books books) {
    best = -1;
    bestScore = Double.NEGATIVE_INFINITY;
    int top = 0;
    for (int nodes = groups(books.index().length()); nodes > 1; top++) {
      nodes = groups(nodes);
    }
    visit(top, 0);
    return budget >= 0;
  }

  /** Visits a node; its children are those of a level, the slots being level 0. */
  private void visit(int level, int node) {
    if (--budget < 0) {
      return;
    }
    int left = sieve.children(level, node);
    if (left == 0) {
      return;
    }
    int base = node << 4;
    double[] bound = bounds[level];
    if (level > 0 || !scores.isSum()) {
      scores.bounds(level, base, left, bound);
    } else {
      for (int some = left; some != 0; some &= some - 1) {
        int child = Integer.numberOfTrailingZeros(some);
        bound[child] = scores.at(base + child);
      }
    }
    while (left != 0 && budget >= 0) {
      int child = highest(bound, left);
      left &= ~(1 << child);
      int first = (base + child) << (4 * level);
      if (bound[child] < bestScore || (bound[child] == bestScore && best >= 0 && first > best)) {
        return; // nor can those that are left
      }
      if (level > 0) {
        visit(level - 1, base + child);
      } else {
        take(first, bound[child]);
      }
    }
  }

  /** Of equal bounds the first: ties go to the host that was registered first. */
  private static int highest(double[] bound, int children) {
    int highest = Integer.numberOfTrailingZeros(children);
    for (int left = children & (children - 1); left != 0; left &= left - 1) {
      int child = Integer.numberOfTrailingZeros(left);
      if (bound[child] > bound[highest]) {
        highest = child;
      }
    }
    return highest;
  }

  private void take(int slot, double score) {
    if (skipsSpecial && isSpecial(slot)) {
      return;
    }
    if (sieve.asksPlugins()) {
      budget--;
    }
    if (sieve.admits(slot)) {
      best = slot;
      bestScore = score;
    }
  }

  private boolean isSpecial(int slot) {
    return Arrays.binarySearch(special, 0, specialCount, slot) >= 0;
  }

  /** Finds the hosts of which some weigher says something of its own; false if they are many. */
  private boolean findSpecial(List<PreparedWeigher> weighers, Books books) {
    specialCount = 0;
    skipsSpecial = false;
    Set<HostKey> keys = new HashSet<>();
    for (int i = 0; i < weighers.size(); i++) {
      if (weighers.get(i).score() instanceof SparseScore sparse) {
        keys.addAll(sparse.values().keySet());
      }
      if (keys.size() > MOST_SPECIAL) {
        return false;
      }
    }
    if (special.length < keys.size()) {
      special = new int[keys.size()];
    }
    for (HostKey key : keys) {
      int slot = books.slotOf(key);
      if (slot >= 0 && sieve.fits(slot)) {
        special[specialCount++] = slot;
      }
    }
    Arrays.sort(special, 0, specialCount);
    return true;
  }

  /** Finds what becomes 0 and 1 of each weigher's numbers; false if the budget did not suffice. */
  private boolean findRanges(Books books) {
    for (int i = 0; i < scores.count(); i++) {
      Column column = scores.column(i);
      boolean found = column == null ? findSparseRange(i, books) : findRange(i, column, books);
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private boolean findRange(int weigher, Column column, Books books) {
    double low = column.least();
    double high = column.most();
    if (low != high) {
      scores.bySmallest(column);
      if (!find(books)) {
        return false;
      }
      low = best < 0 ? low : column.get(best);
      scores.byLargest(column);
      if (!find(books)) {
        return false;
      }
      high = best < 0 ? high : column.get(best);
    }
    setRange(weigher, low, high);
    return true;
  }

  private void setRange(int weigher, double low, double high) {
    double fixed = scores.weigher(weigher).fixedMinimum().orElse(low);
    scores.setRange(weigher, Math.min(low, fixed), high);
  }

  private boolean findSparseRange(int weigher, Books books) {
    if (!(scores.weigher(weigher).score() instanceof SparseScore sparse)) {
      return false;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < specialCount; i++) {
      HostRecord record = books.recordAt(special[i]);
      if (record != null && sieve.admits(special[i])) {
        double value = sparse.score(record.key());
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    scores.byAny();
    skipsSpecial = true;
    boolean found = find(books);
    skipsSpecial = false;
    if (best >= 0) {
      low = Math.min(low, sparse.otherwise());
      high = Math.max(high, sparse.otherwise());
    }
    setRange(weigher, low, high);
    scores.setConstant(weigher, sparse.otherwise());
    return found;
  }

  private boolean findHeaviest(Books books) {
    scores.byWeight();
    skipsSpecial = true;
    boolean found = find(books);
    skipsSpecial = false;
    for (int i = 0; i < specialCount; i++) {
      HostRecord record = books.recordAt(special[i]);
      if (record != null && sieve.admits(special[i])) {
        double score = scores.at(special[i], record.key());
        if (score > bestScore || best < 0 || (score == bestScore && special[i] < best)) {
          best = special[i];
          bestScore = score;
        }
      }
    }
    return found;
  }

  // ---- by a scan

  private Outcome scan(Plan plan, Books books, RequestSpec request, Policy policy) {
    enterAll(plan, books);
    if (contest.isEmpty()) {
      return Outcome.NONE;
    }
    if (sieve.hasFailed() || !contest.weigh(plan.weighers(), books)) {
      return Outcome.PLAIN;
    }
    best = contest.winner(request, policy.hostSubsetSize(), policy.shuffleBest());
    return Outcome.FOUND;
  }

  /** Returns all hosts that pass; null if a plug-in fails to tell. */
  @Nullable BitTree survivors(Plan plan, Books books) {
    enterAll(plan, books);
    return sieve.hasFailed() ? null : contest.slots();
  }

  private void enterAll(Plan plan, Books books) {
    contest.clear();
    Set<HostKey> included = plan.included();
    if (included == null) {
      for (int group = 0; group < groups(books.index().length()); group++) {
        for (int left = sieve.children(0, group); left != 0; left &= left - 1) {
          enter((group << 4) + Integer.numberOfTrailingZeros(left));
        }
      }
    } else {
      for (HostKey key : included) {
        int slot = books.slotOf(key);
        if (slot >= 0 && sieve.fits(slot)) {
          enter(slot);
        }
      }
    }
  }

  /** Returns how many nodes there are above some others. */
  private static int groups(int nodes) {
    return (nodes + Column.FAN - 1) / Column.FAN;
  }

  private void enter(int slot) {
    if (sieve.admits(slot)) {
      contest.enter(slot);
    }
  }
}
