package org.filterscheduler.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;
import org.junit.jupiter.api.Test;

/** All placers see the same nodes and pods, and none overbooks. */
final class QualityComparisonTest {
  private static final List<TraceNode> NODES =
      List.of(
          new TraceNode("big", 8_000, 16_000, 2, "V100"),
          new TraceNode("small", 4_000, 8_000, 1, "T4"));

  private final List<TracePod> pods = new ArrayList<>();

  private void pod(int cpu, long gpuMilli, String model, long from, long to) {
    int gpus = gpuMilli > 0 ? 1 : 0;
    pods.add(new TracePod("pod-" + pods.size(), cpu, 1_000, gpus, gpuMilli, model, from, to));
  }

  private List<Outcome> outcomes() {
    return List.of(
        QualityComparison.library("spread", 1.0, NODES, pods),
        QualityComparison.library("pack", -1.0, NODES, pods),
        TraceRun.of("first", NODES, pods, Placer.firstFit()),
        TraceRun.of("best", NODES, pods, Placer.bestFit()),
        TraceRun.of("timefold", NODES, pods, new TimefoldPlacer()));
  }

  @Test
  void placers_podThatFitsNowhere_isRefusedByAll() {
    pod(9_000, 0, "", 1, TimedRequest.NEVER);
    pod(1_000, 500, "A100", 2, TimedRequest.NEVER);
    pod(1_000, 500, "V100|T4", 3, TimedRequest.NEVER);
    assertThat(outcomes()).extracting(Outcome::refused).containsOnly(2);
  }

  @Test
  void placers_nodeThatIsLeft_isTakenAgain() {
    pod(8_000, 0, "", 1, 5);
    pod(8_000, 0, "", 5, 9);
    assertThat(outcomes()).extracting(Outcome::refused).containsOnly(0);
  }

  @Test
  void bestFitAndTimefold_smallPodFirst_keepTheBigNodeFree() {
    pod(4_000, 0, "", 1, TimedRequest.NEVER);
    pod(8_000, 0, "", 2, TimedRequest.NEVER);
    assertThat(outcomes()).extracting(Outcome::refused).containsExactly(1, 0, 1, 0, 0);
  }

  @Test
  void timefold_podsOfOneSecond_placesTheBigOneFirst() {
    pod(4_000, 1_000, "", 1, TimedRequest.NEVER);
    pod(8_000, 1_000, "", 1, TimedRequest.NEVER);
    assertThat(TraceRun.of("timefold", NODES, pods, new TimefoldPlacer()).refused()).isZero();
  }
}
