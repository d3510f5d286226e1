package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;

/**
 * Weighs the hosts that passed the filters, as Nova does: each weigher's raw weights are brought
 * into 0 to 1 over these hosts, multiplied, and added up, weigher by weigher, in doubles.
 */
final class Weighing {
  private final List<Policy.Weigher> weighers;

  Weighing(List<Policy.Weigher> weighers) {
    this.weighers = weighers;
  }

  List<PreparedWeigher> prepare(Instance instance, ClusterView view, Guard guard) {
    List<PreparedWeigher> prepared = new ArrayList<>(weighers.size());
    for (Policy.Weigher weigher : weighers) {
      prepared.add(guard.prepare(weigher, instance.seen(), view));
    }
    return prepared;
  }

  /**
   * Ranks the hosts that are left. A host of which a weigher gives no finite weight is rejected,
   * and the others are weighed without it: its number would spoil their range.
   */
  static Ranking rank(Trail trail, List<PreparedWeigher> prepared, Guard guard) {
    if (trail.left().size() < 2) {
      return Ranking.unweighed(trail.left());
    }
    List<Ranking.Column> columns = columns(prepared, trail.left(), guard);
    while (rejectFaulty(trail, columns)) {
      columns = columns(prepared, trail.left(), guard);
    }
    return trail.left().size() < 2
        ? Ranking.unweighed(trail.left())
        : new Ranking(weigh(trail.left(), columns), columns);
  }

  private static List<Ranking.Column> columns(
      List<PreparedWeigher> weighers, List<HostState> hosts, Guard guard) {
    List<Ranking.Column> columns = new ArrayList<>(weighers.size());
    for (PreparedWeigher weigher : weighers) {
      double[] raw = new double[hosts.size()];
      for (int row = 0; row < raw.length && !weigher.isSilent(); row++) {
        raw[row] = guard.score(weigher, hosts.get(row));
      }
      columns.add(new Ranking.Column(weigher, raw));
    }
    return columns;
  }

  /** Returns whether there was any such host. */
  private static boolean rejectFaulty(Trail trail, List<Ranking.Column> columns) {
    List<HostState> asked = trail.left();
    for (Ranking.Column column : columns) {
      Set<HostKey> faulty = new HashSet<>();
      for (int row = 0; row < column.raw().length; row++) {
        if (Double.isNaN(column.raw()[row])) {
          faulty.add(asked.get(row).key());
        }
      }
      if (!faulty.isEmpty()) {
        trail.take(step(column.weigher()), host -> !faulty.contains(host.key()));
      }
    }
    return trail.left().size() < asked.size();
  }

  /** The guard knows why it rejects single hosts. */
  private static Step step(PreparedWeigher weigher) {
    return new Step(
        weigher.name(),
        false,
        weigher.fault() == null ? HostCheck.everything() : HostCheck.nothing(weigher.fault()));
  }

  private static List<Ranking.Weighed> weigh(List<HostState> hosts, List<Ranking.Column> columns) {
    double[] sums = new double[hosts.size()];
    for (Ranking.Column column : columns) {
      PreparedWeigher weigher = column.weigher();
      Normaliser range = Normaliser.of(column.raw(), weigher.fixedMinimum());
      for (int row = 0; row < sums.length && !weigher.isSilent(); row++) {
        column.normalised()[row] = range.normalise(column.raw()[row]);
        sums[row] += weigher.multiplier() * column.normalised()[row];
      }
    }
    List<Ranking.Weighed> weighed = new ArrayList<>(sums.length);
    for (int row = 0; row < sums.length; row++) {
      weighed.add(new Ranking.Weighed(hosts.get(row), sums[row], row));
    }
    return weighed;
  }
}
