package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.WeightPart;
import org.jspecify.annotations.Nullable;

/** The hosts that passed, best first, with all that the weighers said. Not for several threads. */
final class Ranking {
  /**
   * A host with its weight.
   *
   * @param host the host
   * @param weight the sum over the weighers
   * @param row where the weighers' numbers of this host are
   */
  record Weighed(HostState host, double weight, int row) {
    /** Returns Nova's text of a weighed host. */
    @Override
    public String toString() {
      return "WeighedHost [host: " + host + ", weight: " + weight + "]";
    }
  }

  /** What one weigher said: one number per row. */
  static final class Column {
    private final PreparedWeigher weigher;
    private final double[] raw;
    private final double[] normalised;

    Column(PreparedWeigher weigher, double[] raw) {
      this.weigher = weigher;
      this.raw = raw;
      this.normalised = new double[raw.length];
    }

    PreparedWeigher weigher() {
      return weigher;
    }

    /** Returns the raw weights; NaN where the weigher gave none. */
    double[] raw() {
      return raw;
    }

    /** Returns the same in 0 to 1, to be filled in. */
    double[] normalised() {
      return normalised;
    }
  }

  // By weight; ties, at every instance, go to the host that was registered first.
  private static final Comparator<Weighed> BEST_FIRST =
      Comparator.comparingDouble(Weighed::weight)
          .reversed()
          .thenComparingLong(weighed -> weighed.host().description().position());

  private final List<Weighed> hosts;
  private final List<Column> columns;
  private int removed; // how many at the front

  Ranking(List<Weighed> hosts, List<Column> columns) {
    this.hosts = new ArrayList<>(hosts);
    this.columns = columns;
    this.hosts.sort(BEST_FIRST);
  }

  /** Returns the ranking of hosts that nobody weighs: none, or a single one. */
  static Ranking unweighed(List<HostState> hosts) {
    List<Weighed> weighed = new ArrayList<>();
    for (HostState host : hosts) {
      weighed.add(new Weighed(host, 0.0, 0));
    }
    return new Ranking(weighed, List.of());
  }

  List<Weighed> hosts() {
    return hosts.subList(removed, hosts.size());
  }

  boolean isEmpty() {
    return removed == hosts.size();
  }

  /** Returns how many hosts share the highest weight. */
  int best() {
    int count = 0;
    List<Weighed> left = hosts();
    while (count < left.size() && left.get(count).weight() == left.get(0).weight()) {
      count++;
    }
    return count;
  }

  /** Puts a host before all others, which keep their order. */
  void moveToFront(int index) {
    hosts.add(removed, hosts.remove(removed + index));
  }

  void removeFirst() {
    removed++;
  }

  /** Returns the hosts with the parts of their weights; those without limits are left out. */
  List<RankedHost> ranked(Function<HostState, @Nullable Limits> limits) {
    List<RankedHost> ranked = new ArrayList<>(hosts().size());
    for (Weighed weighed : hosts()) {
      Limits written = limits.apply(weighed.host());
      if (written != null) {
        ranked.add(
            new RankedHost(weighed.host().key(), weighed.weight(), parts(weighed.row()), written));
      }
    }
    return ranked;
  }

  private List<WeightPart> parts(int row) {
    List<WeightPart> parts = new ArrayList<>(columns.size());
    for (Column column : columns) {
      parts.add(
          new WeightPart(
              column.weigher().name(),
              column.raw()[row],
              column.normalised()[row],
              column.weigher().multiplier()));
    }
    return parts;
  }
}
