package org.filterscheduler.core;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.HostMetric;

/**
 * Weighs hosts that all take part, with the operations of {@link Weighing} in its order. Not for
 * several threads.
 */
final class Contest {
  private int[] slots = new int[64];
  private double[] raw = new double[64];
  private double[] sums = new double[64];
  private int count;

  void clear() {
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the slots of all that entered. */
  BitTree slots() {
    BitTree entered = new BitTree(this);
    for (int i = 0; i < count; i++) {
      entered.set(slots[i], true);
    }
    return entered;
  }

  void enter(int slot) {
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, 2 * count);
    }
    slots[count++] = slot;
  }

  /** Weighs all that entered; false if a weigher fails to. */
  boolean weigh(List<PreparedWeigher> weighers, Books books) {
    if (sums.length < count) {
      raw = new double[slots.length];
      sums = new double[slots.length];
    }
    Arrays.fill(sums, 0, count, 0.0);
    if (count < 2) {
      return true; // as in Nova: the weighers are not even asked
    }
    for (int i = 0; i < weighers.size(); i++) {
      if (!weigh(weighers.get(i), books)) {
        return false;
      }
    }
    return true;
  }

  private boolean weigh(PreparedWeigher weigher, Books books) {
    Column column =
        weigher.score() instanceof HostMetric metric ? books.index().column(metric) : null;
    if (column != null && column.isFaulty()) {
      return false;
    }
    if (column != null && column.isEven() && weigher.fixedMinimum().isEmpty()) {
      return true; // it adds nothing to any weight
    }
    if (column != null) {
      gather(column);
    } else if (!ask(weigher, books)) {
      return false;
    }
    double low = weigher.fixedMinimum().orElse(raw[0]);
    double high = raw[0];
    for (int i = 0; i < count; i++) {
      low = raw[i] < low ? raw[i] : low;
      high = raw[i] > high ? raw[i] : high;
    }
    add(weigher.multiplier(), low, high);
    return true;
  }

  /** Reads a column, chunk by chunk: the slots are mostly in order. */
  private void gather(Column column) {
    double[] chunk = raw;
    int present = -1;
    for (int i = 0; i < count; i++) {
      int slot = slots[i];
      if (slot >>> Doubles.BITS != present) {
        present = slot >>> Doubles.BITS;
        chunk = column.chunk(slot);
      }
      raw[i] = chunk[slot & Doubles.MASK];
    }
  }

  private boolean ask(PreparedWeigher weigher, Books books) {
    try {
      for (int i = 0; i < count; i++) {
        HostRecord record = books.recordAt(slots[i]);
        raw[i] = record == null ? Double.NaN : weigher.raw(record.state());
        if (!Double.isFinite(raw[i])) {
          return false;
        }
      }
      return true;
    } catch (Exception | StackOverflowError | LinkageError e) {
      return false;
    }
  }

  private void add(double multiplier, double low, double high) {
    double range = high - low;
    if (low == high) {
      return; // all weigh 0
    }
    if (Double.isInfinite(range)) {
      for (int i = 0; i < count; i++) {
        sums[i] += multiplier * Normaliser.normalise(raw[i], low, high);
      }
      return;
    }
    double[] from = raw;
    double[] to = sums;
    for (int i = 0; i < count; i++) { // the operations of the normaliser, without its questions
      to[i] += multiplier * ((from[i] - low) / range);
    }
  }

  /** Returns the slot of the host that is taken, drawn where a draw is asked for. */
  int winner(RequestSpec request, int subset, boolean shuffle) {
    int best = 0;
    int equals = 0;
    for (int i = 0; i < count; i++) {
      if (sums[i] > sums[best]) {
        best = i;
        equals = 1;
      } else if (sums[i] == sums[best]) {
        equals++;
        best = slots[i] < slots[best] ? i : best;
      }
    }
    int bound = Math.min(Math.max(subset, shuffle ? equals : 1), count);
    return bound > 1 ? ranked(Draw.below(bound, request)) : slots[best];
  }

  /** Returns the slot of the host at a place of the ranking, the best being at 0. */
  private int ranked(int place) {
    // The worst first, so that it is known what to drop.
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            (some, other) -> {
              int order = Double.compare(sums[some], sums[other]);
              return order != 0 ? order : Integer.compare(slots[other], slots[some]);
            });
    for (int i = 0; i < count; i++) {
      best.add(i);
      if (best.size() > place + 1) {
        best.remove();
      }
    }
    return slots[best.remove()];
  }
}
