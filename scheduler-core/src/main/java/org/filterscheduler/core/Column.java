package org.filterscheduler.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * One number per slot, and above it, level by level, the smallest and the largest of sixteen below.
 * A slot without a host, and one whose number a plug-in failed to give, has NaN, which no comparison
 * takes for a number.
 */
final class Column {
  /** Whole numbers below this differ also after Nova's normalisation and multiplication. */
  private static final double EXACT = 1L << 50;

  /** How many children a node of a tree has. */
  static final int FAN = 16;

  private static final int FEW = 3; // children that are looked at one by one

  private static final class Level {
    final Doubles least;
    final Doubles most;

    Level(Doubles least, Doubles most) {
      this.least = least;
      this.most = most;
    }

    Level copy(Object owner) {
      return new Level(least.copy(owner), most.copy(owner));
    }
  }

  private final Object owner;
  private final Doubles values;
  // From the one above the slots up to one of a single node.
  private Level[] levels;
  private int length;
  private int faults; // hosts without a number
  private int inexact; // hosts whose number is no whole one, or too large

  Column(Object owner) {
    this.owner = owner;
    values = new Doubles(Double.NaN, owner);
    levels = new Level[0];
  }

  private Column(Column original, Object owner) {
    this.owner = owner;
    values = original.values.copy(owner);
    levels = new Level[original.levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = original.levels[i].copy(owner);
    }
    length = original.length;
    faults = original.faults;
    inexact = original.inexact;
  }

  /** Returns the column that an owner may write to; then the original must not be written. */
  Column ownedBy(Object wanted) {
    return owner == wanted ? this : new Column(this, wanted);
  }

  double get(int slot) {
    return values.get(slot);
  }

  /** Returns the chunk of the values that holds a slot, at {@code slot & Doubles.MASK}. */
  double[] chunk(int slot) {
    return values.chunk(slot);
  }

  /** Returns the largest number below each node of a level, in a chunk as of Doubles. */
  double[] most(int level, int node) {
    return level == 0 ? values.chunk(node) : levels[level - 1].most.chunk(node);
  }

  /** Returns the smallest number below each node of a level, in a chunk as of Doubles. */
  double[] least(int level, int node) {
    return level == 0 ? values.chunk(node) : levels[level - 1].least.chunk(node);
  }

  /** Returns the largest number of all hosts; minus infinity if there is none. */
  double most() {
    return levels.length == 0 ? Double.NEGATIVE_INFINITY : levels[levels.length - 1].most.get(0);
  }

  /** Returns the smallest number of all hosts; infinity if there is none. */
  double least() {
    return levels.length == 0 ? Double.POSITIVE_INFINITY : levels[levels.length - 1].least.get(0);
  }

  /** Returns whether all hosts have the same number. */
  boolean isEven() {
    return least() == most();
  }

  boolean isFaulty() {
    return faults > 0;
  }

  /** Returns whether the order of its numbers is that of their weights, ties included. */
  boolean isExact() {
    return inexact == 0;
  }

  /**
   * Returns of which of a node's children some slot may reach a demand.
   *
   * @param children the children in question; slots among them must have a number
   */
  int reaching(double demand, int level, int node, int children) {
    int base = node << 4;
    double[] most = most(level, base);
    int from = base & Doubles.MASK;
    return Double.isInfinite(demand) || Integer.bitCount(children) <= FEW
        ? reachingOf(children, most, from, demand)
        : children & ~lacking(most, from, demand);
  }

  private static int reachingOf(int children, double[] most, int from, double demand) {
    int reaching = 0;
    for (int left = children; left != 0; left &= left - 1) {
      int child = Integer.numberOfTrailingZeros(left);
      if (most[from + child] >= demand) {
        reaching |= 1 << child;
      }
    }
    return reaching;
  }

  /**
   * Returns which of sixteen lack something: the signs of the differences, without a branch that
   * nobody could predict. The demand is finite, so no difference of numbers is none; what is said
   * of a child without a number says nothing. Adding 0 makes 0 of minus 0.
   */
  private static int lacking(double[] most, int from, double demand) {
    int lacking = 0;
    for (int child = 0; child < FAN; child++) {
      long sign = Double.doubleToRawLongBits((most[from + child] - demand) + 0.0) >>> 63;
      lacking |= (int) sign << child;
    }
    return lacking;
  }

  /**
   * Sets the number of a slot.
   *
   * @param value the number; NaN if there is none
   * @param was whether the slot had a host before
   * @param is whether it has one now
   */
  void set(int slot, double value, boolean was, boolean is) {
    ensure(slot + 1);
    double old = values.get(slot);
    faults += fault(value, is) - fault(old, was);
    inexact += inexact(value, is) - inexact(old, was);
    double present = is ? value : Double.NaN;
    if (Double.doubleToRawLongBits(old) != Double.doubleToRawLongBits(present)) {
      values.set(slot, present);
      lift(slot, old, present);
    }
  }

  private static int fault(double value, boolean present) {
    return present && Double.isNaN(value) ? 1 : 0;
  }

  private static int inexact(double value, boolean present) {
    return present && !isExact(value) ? 1 : 0;
  }

  /** Returns whether a number is a whole one of a size that loses nothing. */
  static boolean isExact(double value) {
    return Math.abs(value) < EXACT && value == Math.rint(value);
  }

  /** Corrects the nodes above a slot, as far up as they change. */
  private void lift(int slot, double old, double value) {
    liftMost(slot, old, value);
    liftLeast(slot, old, value);
  }

  private void liftMost(int slot, double before, double after) {
    double old = Double.isNaN(before) ? Double.NEGATIVE_INFINITY : before;
    double value = Double.isNaN(after) ? Double.NEGATIVE_INFINITY : after;
    double[] below = values.chunk(slot);
    int node = slot >>> 4;
    for (int i = 0; i < levels.length; i++) {
      Doubles most = levels[i].most;
      double present = most.get(node);
      double next = present;
      if (value >= present) {
        next = value;
      } else if (old == present) {
        next = largest(below, (node << 4) & Doubles.MASK);
      }
      if (next == present) {
        return;
      }
      most.set(node, next);
      below = most.chunk(node);
      old = present;
      value = next;
      node >>>= 4;
    }
  }

  private static double largest(double[] some, int from) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + FAN; i++) {
      largest = some[i] > largest ? some[i] : largest;
    }
    return largest;
  }

  private void liftLeast(int slot, double before, double after) {
    double old = Double.isNaN(before) ? Double.POSITIVE_INFINITY : before;
    double value = Double.isNaN(after) ? Double.POSITIVE_INFINITY : after;
    double[] below = values.chunk(slot);
    int node = slot >>> 4;
    for (int i = 0; i < levels.length; i++) {
      Doubles least = levels[i].least;
      double present = least.get(node);
      double next = present;
      if (value <= present) {
        next = value;
      } else if (old == present) {
        next = smallest(below, (node << 4) & Doubles.MASK);
      }
      if (next == present) {
        return;
      }
      least.set(node, next);
      below = least.chunk(node);
      old = present;
      value = next;
      node >>>= 4;
    }
  }

  private static double smallest(double[] some, int from) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = from; i < from + FAN; i++) {
      smallest = some[i] < smallest ? some[i] : smallest;
    }
    return smallest;
  }

  /** Makes room for the slots below a length. */
  void ensure(int wanted) {
    if (wanted <= length) {
      return;
    }
    length = wanted;
    values.ensure(wanted);
    int nodes = (wanted + FAN - 1) / FAN;
    for (int i = 0; nodes >= 1; i++) {
      if (i == levels.length) {
        addLevel(i);
      }
      levels[i].least.ensure(nodes);
      levels[i].most.ensure(nodes);
      if (nodes == 1) {
        break;
      }
      nodes = (nodes + FAN - 1) / FAN;
    }
  }

  /** The tree grows at the top: the node that was alone is the first below a new one. */
  private void addLevel(int index) {
    Level level =
        new Level(
            new Doubles(Double.POSITIVE_INFINITY, owner),
            new Doubles(Double.NEGATIVE_INFINITY, owner));
    level.least.ensure(1);
    level.most.ensure(1);
    @Nullable Level below = index == 0 ? null : levels[index - 1];
    if (below != null) {
      level.least.set(0, below.least.get(0));
      level.most.set(0, below.most.get(0));
    }
    levels = Arrays.copyOf(levels, index + 1);
    levels[index] = level;
  }
}
