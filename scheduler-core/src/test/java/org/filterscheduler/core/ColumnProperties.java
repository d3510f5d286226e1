package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A column says of each node what a walk over the hosts below it says, whoever else writes. */
final class ColumnProperties {
  private static final int FAN = 16;
  private static final double[] NUMBERS = {
    0, -0.0, 1, 2, 3, -1, 0.5, 1L << 50, (1L << 50) - 1, 1e300, -1e300, Double.MIN_VALUE
  };
  private static final double[] EXTREMES = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** A column with one owner, and the numbers of the hosts that it ought to have. */
  private static final class Kept {
    private Object owner = new Object();
    private Column column = new Column(owner);
    private final TreeMap<Integer, Double> hosts = new TreeMap<>();
    private int length;

    void set(int slot, double value, boolean is) {
      column = column.ownedBy(owner);
      length = Math.max(length, slot + 1);
      column.set(slot, is ? value : Double.NaN, hosts.containsKey(slot), is);
      if (is) {
        hosts.put(slot, value);
      } else {
        hosts.remove(slot);
      }
    }

    /** As an index is copied: from then on either has to make the column its own first. */
    Kept copy() {
      Kept copy = new Kept();
      owner = new Object();
      copy.column = column;
      copy.hosts.putAll(hosts);
      copy.length = length;
      return copy;
    }

    void check() {
      double[] least = levelZero(Double.POSITIVE_INFINITY);
      double[] most = levelZero(Double.NEGATIVE_INFINITY);
      checkSlots();
      for (int level = 1; level == 1 || least.length > 1; level++) {
        checkReaching(level - 1, most);
        least = above(least, true);
        most = above(most, false);
        for (int node = 0; node < least.length; node++) {
          assertThat(column.least(level, node)[node & Doubles.MASK] == least[node]).isTrue();
          assertThat(column.most(level, node)[node & Doubles.MASK] == most[node]).isTrue();
        }
      }
      assertThat(column.least() == least[0]).as("least %s", column.least()).isTrue();
      assertThat(column.most() == most[0]).as("most %s", column.most()).isTrue();
      assertThat(column.isFaulty()).isEqualTo(hosts.values().stream().anyMatch(v -> v.isNaN()));
      assertThat(column.isExact()).isEqualTo(hosts.values().stream().allMatch(Kept::isExact));
    }

    private static boolean isExact(double value) {
      return Math.abs(value) < (1L << 50) && value == Math.rint(value);
    }

    private void checkSlots() {
      for (int slot = 0; slot < length; slot++) {
        assertThat(column.get(slot)).isEqualTo(hosts.getOrDefault(slot, Double.NaN));
      }
    }

    private void checkReaching(int level, double[] most) {
      for (double demand : new double[] {0, 1, -1e300, 1e300, Double.POSITIVE_INFINITY}) {
        for (int node = 0; node * FAN < most.length; node++) {
          int children = 0;
          int expected = 0;
          for (int child = 0; child < FAN && node * FAN + child < most.length; child++) {
            boolean asked = ((((node + 1) * 0x9E37) >>> child) & 1) != 0;
            if (asked && !isNoNumber(level, node, child)) {
              children |= 1 << child;
              expected |= most[node * FAN + child] >= demand ? 1 << child : 0;
            }
          }
          assertThat(column.reaching(demand, level, node, children)).isEqualTo(expected);
        }
      }
    }

    /** Slots without a number are not asked about; a node without any has minus infinity. */
    private boolean isNoNumber(int level, int node, int child) {
      return level == 0 && Double.isNaN(hosts.getOrDefault(node * FAN + child, Double.NaN));
    }

    private double[] levelZero(double none) {
      double[] values = new double[length];
      for (int slot = 0; slot < length; slot++) {
        double value = hosts.getOrDefault(slot, Double.NaN);
        values[slot] = Double.isNaN(value) ? none : value;
      }
      return values;
    }

    private static double[] above(double[] below, boolean least) {
      double[] values = new double[(below.length + FAN - 1) / FAN];
      for (int node = 0; node < values.length; node++) {
        values[node] = below[node * FAN];
        for (int i = node * FAN; i < Math.min(below.length, (node + 1) * FAN); i++) {
          values[node] =
              least ? Math.min(values[node], below[i]) : Math.max(values[node], below[i]);
        }
      }
      return values;
    }
  }

  @Property(tries = 150)
  void column_afterAnyWritesAndCopies_saysOfEachNodeWhatItsHostsSay(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9000) int slots,
      @ForAll @IntRange(min = 1, max = 400) int writes) {
    Random random = new Random(seed);
    List<Kept> all = new ArrayList<>(List.of(new Kept()));
    for (int i = 0; i < writes; i++) {
      Kept one = all.get(random.nextInt(all.size()));
      // Mostly a few slots again and again, so that numbers go as well as come.
      int slot = random.nextInt(random.nextInt(4) == 0 ? slots : Math.min(slots, 40));
      one.set(slot, number(random), random.nextInt(3) > 0);
      if (all.size() < 4 && random.nextInt(20) == 0) {
        all.add(one.copy());
      }
    }
    for (Kept one : all) {
      if (one.length > 0) {
        one.check();
      }
    }
  }

  @Property(tries = 100)
  void column_ofAFewSlots_isRightAfterEachWrite(@ForAll long seed) {
    Random random = new Random(seed);
    Kept one = new Kept();
    for (int i = 0; i < 60; i++) {
      one.set(random.nextInt(35), number(random), random.nextInt(3) > 0);
      one.check();
    }
  }

  private static double number(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
      case 1, 2 -> random.nextGaussian();
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }
}
