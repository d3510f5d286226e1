package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.HostMetric;

/** Weights are those of the plain path to the last bit, and no bound is below a weight. */
final class ScoresProperties {
  private static final int FAN = 16;
  private static final double[] MULTIPLIERS = {
    1, -1, 0, 0.5, -3, 1e-300, -1e-300, Double.MIN_VALUE, 1e300, -1e300, Double.MAX_VALUE, 1 / 3.0
  };

  /** Its numbers are put into the index by the test. */
  private record Metric(int number) implements HostMetric {
    @Override
    public double value(HostState host) {
      throw new AssertionError("no host is asked");
    }
  }

  /** The numbers of hosts, which of them pass, and their weighers. */
  private static final class Scene {
    final HostIndex index = new HostIndex();
    final List<PreparedWeigher> weighers = new ArrayList<>();
    final double[][] numbers; // by slot, then by weigher
    final int[] passing;
    final Scores scores = new Scores();

    Scene(Random random, int slots, int count) {
      numbers = new double[slots][count];
      for (int i = 0; i < count; i++) {
        index.addColumn(new Metric(i));
        weighers.add(weigher(random, i));
        int kind = random.nextInt(5);
        for (int slot = 0; slot < slots; slot++) {
          numbers[slot][i] = number(random, kind);
        }
      }
      for (int slot = 0; slot < slots; slot++) {
        index.changed(slot, true);
        index.set(slot, true, numbers[slot], 0);
      }
      int[] some = IntStream.range(0, slots).filter(slot -> random.nextBoolean()).toArray();
      passing = some.length == 0 ? new int[] {0} : some;
      assertThat(scores.set(weighers, index)).isTrue();
    }

    private static PreparedWeigher weigher(Random random, int number) {
      OptionalDouble minimum =
          random.nextInt(3) > 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(number(random, random.nextInt(5)));
      double multiplier = MULTIPLIERS[random.nextInt(MULTIPLIERS.length)];
      return new PreparedWeigher("w" + number, new Metric(number), multiplier, minimum, null);
    }

    private static double number(Random random, int kind) {
      return switch (kind) {
        case 0 -> random.nextInt(4); // many ties
        case 1 -> random.nextGaussian();
        case 2 -> (random.nextDouble() * 2 - 1) * Double.MAX_VALUE; // a range that overflows
        case 3 -> Double.MAX_VALUE - random.nextInt(3) * Math.ulp(Double.MAX_VALUE);
        default -> random.nextInt(5) * Double.MIN_VALUE;
      };
    }

    double[] raw(int weigher) {
      return IntStream.of(passing).mapToDouble(slot -> numbers[slot][weigher]).toArray();
    }

    /** Sets the ranges as the search does: of the hosts that pass, the fixed minimum included. */
    List<Normaliser> normalisers() {
      List<Normaliser> normalisers = new ArrayList<>();
      for (int i = 0; i < weighers.size(); i++) {
        double[] raw = raw(i);
        double low = Arrays.stream(raw).min().orElseThrow();
        double fixed = weighers.get(i).fixedMinimum().orElse(low);
        scores.setRange(i, Math.min(low, fixed), Arrays.stream(raw).max().orElseThrow());
        normalisers.add(Normaliser.of(raw, weighers.get(i).fixedMinimum()));
      }
      scores.byWeight();
      return normalisers;
    }

    /** The weight in the plain path's order of operations. */
    double weight(int slot, List<Normaliser> normalisers) {
      double sum = 0;
      for (int i = 0; i < weighers.size(); i++) {
        sum += weighers.get(i).multiplier() * normalisers.get(i).normalise(numbers[slot][i]);
      }
      return sum;
    }

    double[] bounds(int level, int node) {
      double[] bounds = new double[FAN];
      scores.bounds(level, node * FAN, 0xFFFF, bounds);
      return bounds;
    }
  }

  @Property(tries = 500)
  void weight_ofAHostThatPasses_isThatOfThePlainPathAndNotAboveItsBounds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 700) int slots,
      @ForAll @IntRange(min = 1, max = 5) int weighers) {
    Scene scene = new Scene(new Random(seed), slots, weighers);
    List<Normaliser> normalisers = scene.normalisers();
    for (int slot : scene.passing) {
      double weight = scene.scores.at(slot);
      assertThat(weight == scene.weight(slot, normalisers)).as("weight %s", weight).isTrue();
      for (int level = 1; level <= levels(slots); level++) {
        int child = slot >>> (4 * level);
        double bound = scene.bounds(level, child / FAN)[child % FAN];
        assertThat(bound).isGreaterThanOrEqualTo(weight);
      }
    }
  }

  @Property(tries = 200)
  void decisiveColumn_ordersAllHostsAsTheirWeightsDo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int slots) {
    Random random = new Random(seed);
    Scene scene = new Scene(random, slots, 1 + random.nextInt(3));
    List<Normaliser> normalisers = scene.normalisers();
    Column decisive = scene.scores.decisive();
    if (decisive == null) {
      return;
    }
    scene.scores.byDecisive(decisive);
    for (int one : scene.passing) {
      for (int other : scene.passing) {
        int byColumn = Double.compare(scene.scores.at(one) + 0.0, scene.scores.at(other) + 0.0);
        int byWeight =
            Double.compare(
                scene.weight(one, normalisers) + 0.0, scene.weight(other, normalisers) + 0.0);
        assertThat(byColumn)
            .as("slots %s and %s, %s", one, other, scene.weighers)
            .isEqualTo(byWeight);
      }
    }
  }

  /** Else the largest would be taken where the plain path has a tie, and takes the first. */
  @Example
  void decisiveColumn_ofAMinimumThatIsFarBelow_isNone() {
    HostIndex index = new HostIndex();
    Column column = index.addColumn(new Metric(0));
    for (int slot = 0; slot < 2; slot++) {
      index.changed(slot, true);
      index.set(slot, true, new double[] {slot}, 0);
    }
    Scores scores = new Scores();

    scores.set(List.of(weigher(-1e300)), index);
    assertThat(scores.decisive()).isNull();
    scores.set(List.of(weigher(0)), index);
    assertThat(scores.decisive()).isSameAs(column);
  }

  private static PreparedWeigher weigher(double fixedMinimum) {
    return new PreparedWeigher("w", new Metric(0), 1, OptionalDouble.of(fixedMinimum), null);
  }

  @Property(tries = 200)
  void extreme_ofAHost_isNotAboveItsBounds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int slots) {
    Random random = new Random(seed);
    Scene scene = new Scene(random, slots, 1);
    Column column = scene.scores.column(0);
    assertThat(column).isNotNull();
    if (random.nextBoolean()) {
      scene.scores.byLargest(column);
    } else {
      scene.scores.bySmallest(column);
    }
    for (int slot = 0; slot < slots; slot++) {
      for (int level = 0; level <= levels(slots); level++) {
        int child = slot >>> (4 * level);
        assertThat(scene.bounds(level, child / FAN)[child % FAN])
            .isGreaterThanOrEqualTo(scene.scores.at(slot));
      }
    }
  }

  private static int levels(int slots) {
    int levels = 1;
    for (int nodes = (slots + FAN - 1) / FAN; nodes > 1; nodes = (nodes + FAN - 1) / FAN) {
      levels++;
    }
    return levels;
  }
}
