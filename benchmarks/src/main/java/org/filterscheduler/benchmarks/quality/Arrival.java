package org.filterscheduler.benchmarks.quality;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Comparator;
import org.filterscheduler.examples.replay.run.TracePod;
import org.jspecify.annotations.Nullable;

/** A pod, as Timefold places it: it makes copies, and sets the node. */
@PlanningEntity(difficultyComparatorClass = Arrival.BySize.class)
public final class Arrival {
  private @Nullable TracePod pod;

  @PlanningVariable(allowsUnassigned = true)
  private @Nullable Node node;

  /** Creates a copy that is filled afterwards; Timefold does so. */
  public Arrival() {}

  Arrival(TracePod pod) {
    this.pod = pod;
  }

  TracePod pod() {
    if (pod == null) {
      throw new IllegalStateException("The arrival has no pod: it was not made of one.");
    }
    return pod;
  }

  @Nullable Node node() {
    return node;
  }

  /** Big pods are placed first. */
  public static final class BySize implements Comparator<Arrival> {
    private static final Comparator<TracePod> BY_SIZE =
        Comparator.comparingLong(TracePod::totalGpuMilli)
            .thenComparingLong(TracePod::cpuMilli)
            .thenComparingLong(TracePod::memoryMib)
            .thenComparing(TracePod::name);

    /** Creates the order; Timefold does so. */
    public BySize() {}

    @Override
    public int compare(Arrival one, Arrival other) {
      return BY_SIZE.compare(one.pod(), other.pod());
    }
  }
}
