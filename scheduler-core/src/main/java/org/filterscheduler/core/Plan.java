package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostSetCheck;
import org.filterscheduler.spi.RequestScore;
import org.filterscheduler.spi.SparseScore;
import org.jspecify.annotations.Nullable;

/**
 * All checks of one instance, sorted by what the engine can do with them: in which step a host
 * fails does not matter for who is chosen. Not for several threads.
 */
final class Plan {
  private final List<CapacityCheck> capacities = new ArrayList<>(8);
  private final List<DescriptionCheck> descriptions = new ArrayList<>(4);
  private final List<Set<HostKey>> excluded = new ArrayList<>(2);
  private final List<HostCheck> others = new ArrayList<>(2);
  private final List<Object> measures = new ArrayList<>(10);
  private final List<PreparedWeigher> weighers = new ArrayList<>(8);
  private @Nullable Set<HostKey> included;
  private @Nullable BitTree within;
  private boolean impossible;
  private boolean asksPlugins;
  private boolean scans;

  /** Starts anew, for another instance. */
  void clear() {
    capacities.clear();
    descriptions.clear();
    excluded.clear();
    others.clear();
    measures.clear();
    weighers.clear();
    included = null;
    within = null;
    impossible = false;
    asksPlugins = false;
    scans = false;
  }

  /** Adds what a step asks of hosts. */
  void add(HostCheck check) {
    if (check instanceof HostCheck.Limited limited) {
      add(limited.check());
    } else if (check instanceof HostCheck.All all) {
      List<HostCheck> parts = all.checks();
      for (int i = 0; i < parts.size(); i++) {
        add(parts.get(i));
      }
    } else if (check instanceof CapacityCheck capacity) {
      capacities.add(capacity);
      measures.add(capacity.dimension());
    } else if (check instanceof DescriptionCheck description) {
      descriptions.add(description);
    } else if (check instanceof HostSetCheck set) {
      add(set);
    } else if (check instanceof HostCheck.Nothing) {
      impossible = true;
    } else if (check != HostCheck.everything()) {
      others.add(check);
      asksPlugins |= !isOwn(check);
    }
  }

  private static boolean isOwn(HostCheck check) {
    return check instanceof ResourceFit || check instanceof PreSelection.Names;
  }

  private void add(HostSetCheck set) {
    if (!set.include()) {
      if (!set.hosts().isEmpty()) {
        excluded.add(set.hosts());
      }
    } else if (included == null) {
      included = set.hosts();
    } else {
      others.add(set); // it is as good as any other check of the hosts that the first one names
    }
  }

  /**
   * Adds a weigher.
   *
   * @return false if only the plain path can tell what it does
   */
  boolean add(PreparedWeigher weigher) {
    if (weigher.fault() != null) {
      return false;
    }
    if (weigher.isSilent()) {
      return true;
    }
    if (weigher.score() instanceof SparseScore sparse && !isFinite(sparse)) {
      return false; // a fault wherever such a host passes, and no range of numbers
    }
    weighers.add(weigher);
    if (weigher.score() instanceof HostMetric metric) {
      measures.add(metric);
    } else {
      scans |= !(weigher.score() instanceof SparseScore);
      asksPlugins |= weigher.score() instanceof RequestScore;
    }
    return true;
  }

  private static boolean isFinite(SparseScore sparse) {
    for (double value : sparse.values().values()) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return Double.isFinite(sparse.otherwise());
  }

  void setWithin(@Nullable BitTree hosts) {
    within = hosts;
  }

  /** Returns the slots in question; null if all are. */
  @Nullable BitTree within() {
    return within;
  }

  List<CapacityCheck> capacities() {
    return capacities;
  }

  List<DescriptionCheck> descriptions() {
    return descriptions;
  }

  /** Returns sets whose hosts are out of question. */
  List<Set<HostKey>> excluded() {
    return excluded;
  }

  /** Returns the only hosts in question; null if all are. */
  @Nullable Set<HostKey> included() {
    return included;
  }

  /** Returns the checks that are evaluated host by host. */
  List<HostCheck> others() {
    return others;
  }

  /** Returns the dimensions and metrics whose columns are needed. */
  List<Object> measures() {
    return measures;
  }

  /** Returns the weighers that say anything, in the configured order. */
  List<PreparedWeigher> weighers() {
    return weighers;
  }

  /** Returns whether no host can pass. */
  boolean isImpossible() {
    return impossible;
  }

  /** Returns whether a search runs the code of plug-ins, whatever an index has. */
  boolean asksPlugins() {
    return asksPlugins;
  }

  /** Returns whether a search of an index runs the code of plug-ins. */
  boolean asksPlugins(HostIndex index) {
    return asksPlugins || lacks(index);
  }

  /** Returns whether an index lacks some column or verdicts. */
  boolean lacks(HostIndex index) {
    for (int i = 0; i < descriptions.size(); i++) {
      if (index.verdicts(descriptions.get(i)) == null) {
        return true;
      }
    }
    for (int i = 0; i < measures.size(); i++) {
      if (index.column(measures.get(i)) == null) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether each host that passes has to be weighed. */
  boolean scans() {
    return scans;
  }
}
