package org.filterscheduler.core;

import java.util.Arrays;
import java.util.List;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.SparseScore;
import org.jspecify.annotations.Nullable;

/**
 * The weights of hosts, and bounds of the weights below a node. Both are computed by the operations
 * of the plain path in their order, and each of those operations is monotone also when it rounds;
 * so a bound is never below a weight that it bounds, and no margin is needed. Not for several
 * threads.
 */
final class Scores {
  private static final int MOST = 16;

  /** Multipliers of a size that loses no difference. */
  private static final double LEAST_MULTIPLIER = 1e-200;

  private static final double MOST_MULTIPLIER = 1e200;

  private enum Mode {
    ANY,
    LARGEST,
    SMALLEST,
    SUM
  }

  private final @Nullable Column[] columns = new Column[MOST];
  private final double[] multipliers = new double[MOST];
  private final double[] lows = new double[MOST];
  private final double[] highs = new double[MOST];
  private final double[] constants = new double[MOST]; // weights where there is no column
  private List<PreparedWeigher> weighers = List.of();
  private int count;
  private final int[] telling = new int[MOST]; // the weighers that tell hosts apart
  private int tellingCount;
  private Mode mode = Mode.SUM;
  private @Nullable Column extreme;

  /**
   * Takes weighers whose metrics have columns.
   *
   * @return false if one has none, or a faulty one
   */
  boolean set(List<PreparedWeigher> of, HostIndex index) {
    clear();
    weighers = of;
    count = weighers.size();
    if (count > MOST) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      multipliers[i] = weighers.get(i).multiplier();
      Column column = null;
      if (weighers.get(i).score() instanceof HostMetric metric) {
        column = index.column(metric);
        if (column == null || column.isFaulty()) {
          return false;
        }
      }
      columns[i] = column;
    }
    return true;
  }

  void clear() {
    Arrays.fill(columns, null);
    extreme = null;
    count = 0;
  }

  int count() {
    return count;
  }

  /** Returns the column of a weigher; null if it has none. */
  @Nullable Column column(int weigher) {
    return columns[weigher];
  }

  PreparedWeigher weigher(int index) {
    return weighers.get(index);
  }

  /**
   * Returns the one column whose order is that of the weights, ties included; null if that is not
   * sure. Then nothing has to be normalised.
   */
  @Nullable Column decisive() {
    Column only = null;
    for (int i = 0; i < count; i++) {
      Column column = columns[i];
      double size = Math.abs(multipliers[i]);
      if (size == 0) {
        continue;
      }
      if (column == null) {
        return null;
      }
      boolean same = column.isEven();
      if (same && weighers.get(i).fixedMinimum().isEmpty()) {
        continue; // it adds nothing to any weight
      }
      // A minimum that is far below the numbers makes them all alike.
      boolean fit =
          size >= LEAST_MULTIPLIER
              && size <= MOST_MULTIPLIER
              && Column.isExact(weighers.get(i).fixedMinimum().orElse(0));
      if (!fit || same || only != null || !column.isExact()) {
        return null;
      }
      only = column;
      mode = multipliers[i] > 0 ? Mode.LARGEST : Mode.SMALLEST;
    }
    return only;
  }

  /** Looks for the host with most, or least, of what a decisive column holds. */
  void byDecisive(Column column) {
    extreme = column;
  }

  void byLargest(Column column) {
    extreme = column;
    mode = Mode.LARGEST;
  }

  void bySmallest(Column column) {
    extreme = column;
    mode = Mode.SMALLEST;
  }

  /** Looks for any host. */
  void byAny() {
    extreme = null;
    mode = Mode.ANY;
  }

  /** Returns whether the scores are weights. */
  boolean isSum() {
    return mode == Mode.SUM;
  }

  /** Looks for the highest weight, by the ranges that were set. */
  void byWeight() {
    extreme = null;
    mode = Mode.SUM;
    tellingCount = 0;
    for (int i = 0; i < count; i++) {
      if (multipliers[i] != 0 && lows[i] != highs[i]) {
        telling[tellingCount++] = i; // the others add 0 to each weight
      }
    }
  }

  /** Sets what becomes 0 and 1 of the raw weights of a weigher. */
  void setRange(int weigher, double low, double high) {
    lows[weigher] = low;
    highs[weigher] = high;
  }

  /** Sets the raw weight of all hosts but a few. */
  void setConstant(int weigher, double raw) {
    constants[weigher] = raw;
  }

  /** Returns the score of a slot. */
  double at(int slot) {
    if (extreme != null) {
      double value = extreme.get(slot);
      return mode == Mode.LARGEST ? value : -value;
    }
    double sum = 0;
    for (int t = 0; t < tellingCount && mode == Mode.SUM; t++) {
      int i = telling[t];
      Column column = columns[i];
      sum += part(i, column == null ? constants[i] : column.get(slot));
    }
    return sum;
  }

  /** Returns the weight of a host of which some weigher says something of its own. */
  double at(int slot, HostKey key) {
    double sum = 0;
    for (int t = 0; t < tellingCount; t++) {
      int i = telling[t];
      Column column = columns[i];
      double raw =
          weighers.get(i).score() instanceof SparseScore sparse
              ? sparse.score(key)
              : column == null ? constants[i] : column.get(slot);
      sum += part(i, raw);
    }
    return sum;
  }

  private double part(int weigher, double raw) {
    return multipliers[weigher] * Normaliser.normalise(raw, lows[weigher], highs[weigher]);
  }

  /** Sets bounds of the scores below some nodes of a level. */
  void bounds(int level, int base, int children, double[] bounds) {
    int from = base & Doubles.MASK;
    if (extreme != null) {
      boolean largest = mode == Mode.LARGEST;
      double[] values = largest ? extreme.most(level, base) : extreme.least(level, base);
      for (int left = children; left != 0; left &= left - 1) {
        int child = Integer.numberOfTrailingZeros(left);
        bounds[child] = largest ? values[from + child] : -values[from + child];
      }
      return;
    }
    for (int left = children; left != 0; left &= left - 1) {
      int child = Integer.numberOfTrailingZeros(left);
      double sum = 0;
      for (int t = 0; t < tellingCount && mode == Mode.SUM; t++) {
        sum += bound(telling[t], level, base, from + child);
      }
      bounds[child] = sum;
    }
  }

  private double bound(int weigher, int level, int base, int index) {
    Column column = columns[weigher];
    double multiplier = multipliers[weigher];
    if (column == null) {
      return part(weigher, constants[weigher]);
    }
    // Nodes may have hosts that do not pass: the range of those that do narrows the bound.
    double raw =
        multiplier > 0
            ? Math.min(column.most(level, base)[index], highs[weigher])
            : Math.max(column.least(level, base)[index], lows[weigher]);
    return part(weigher, raw);
  }
}
