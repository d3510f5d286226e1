package org.filterscheduler.benchmarks.quality;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.examples.replay.run.TracePod;
import org.jspecify.annotations.Nullable;

/** The pods that arrive together, and the nodes, as Timefold sees them. */
@PlanningSolution
public final class Arrivals {
  @PlanningEntityCollectionProperty private List<Arrival> pods = List.of();

  @SuppressWarnings("UnusedVariable") // Timefold reads it
  @ValueRangeProvider
  private List<Node> nodes = List.of();

  @SuppressWarnings("UnusedVariable") // Timefold sets it
  @PlanningScore
  private @Nullable HardMediumSoftLongScore score;

  /** Creates a copy that is filled afterwards; Timefold does so. */
  public Arrivals() {}

  Arrivals(List<Arrival> pods, List<Node> nodes) {
    this.pods = pods;
    this.nodes = nodes;
  }

  List<Arrival> pods() {
    return pods;
  }

  /** Hard: what does not fit. Medium: pods without a node. Soft: what stays free, as best-fit. */
  public static final class Score
      implements EasyScoreCalculator<Arrivals, HardMediumSoftLongScore> {
    private static final double UNIT = 1e6;

    /** Creates the calculator; Timefold does so. */
    public Score() {}

    @Override
    public HardMediumSoftLongScore calculateScore(Arrivals arrivals) {
      Map<Node, long[]> used = new HashMap<>();
      long hard = 0;
      long medium = 0;
      for (Arrival arrival : arrivals.pods()) {
        Node node = arrival.node();
        if (node == null) {
          medium--;
          continue;
        }
        TracePod pod = arrival.pod();
        hard -= node.allowed(pod) ? 0 : 1;
        long[] sum = used.computeIfAbsent(node, unused -> new long[3]);
        sum[0] += pod.cpuMilli();
        sum[1] += pod.memoryMib();
        sum[2] += pod.totalGpuMilli();
      }
      double soft = 0;
      for (Map.Entry<Node, long[]> entry : used.entrySet()) {
        long[] sum = entry.getValue();
        hard -= entry.getKey().lacking(sum[0], sum[1], sum[2]);
        soft -= entry.getKey().leftAfter(sum[0], sum[1], sum[2]);
      }
      return HardMediumSoftLongScore.of(hard, medium, Math.round(soft * UNIT));
    }
  }
}
