package org.filterscheduler.benchmarks.quality;

import java.nio.file.Path;
import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.input.TraceFiles;
import org.filterscheduler.examples.replay.run.Replay;
import org.filterscheduler.examples.replay.run.ReplayResult;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;

/**
 * How good are the placements: how many pods of a public trace find no node, and how full do the
 * nodes become? This library spreading and packing, first-fit, best-fit, and a greedy of Timefold,
 * each with the same nodes, pods and times. Since the pods of the openb trace seldom meet, it is
 * run once more in such a way that nobody leaves: then nearly all GPUs are asked for. The trace is
 * not part of this project.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar \
 *     org.filterscheduler.benchmarks.quality.QualityComparison NODES.csv PODS.csv
 * </pre>
 */
public final class QualityComparison {
  private static final String CONFIGURATION =
      """
      filter-scheduler {
        enabled-filters = ${filter-scheduler.enabled-filters} [GpuModelFilter]
        enabled-weighers = [RAMWeigher]
        cpu-allocation-ratio = 1.0
        ram-allocation-ratio = 1.0
        disk-allocation-ratio = 1.0
      }
      """;

  private QualityComparison() {}

  /**
   * Prints the comparison as two Markdown tables.
   *
   * @param arguments the file of the nodes and that of the pods
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: QualityComparison NODES.csv PODS.csv");
      System.exit(2);
    }
    List<TraceNode> nodes = TraceFiles.nodes(Path.of(arguments[0]));
    List<TracePod> pods = TraceFiles.pods(Path.of(arguments[1]));
    System.out.println("Pods come and leave:\n");
    compare(nodes, pods);
    System.out.println("\nPods come and stay:\n");
    compare(nodes, pods.stream().map(QualityComparison::staying).toList());
  }

  private static TracePod staying(TracePod pod) {
    return new TracePod(
        pod.name(),
        pod.cpuMilli(),
        pod.memoryMib(),
        pod.numGpu(),
        pod.gpuMilli(),
        pod.gpuSpec(),
        pod.created(),
        TimedRequest.NEVER);
  }

  private static void compare(List<TraceNode> nodes, List<TracePod> pods) {
    System.out.print(Outcome.HEAD);
    System.out.print(library("this library, spreading memory", 1.0, nodes, pods).row());
    System.out.print(library("this library, packing memory", -1.0, nodes, pods).row());
    System.out.print(TraceRun.of("first-fit", nodes, pods, Placer.firstFit()).row());
    System.out.print(TraceRun.of("best-fit", nodes, pods, Placer.bestFit()).row());
    System.out.print(TraceRun.of("Timefold greedy", nodes, pods, new TimefoldPlacer()).row());
  }

  /** Returns what this library makes of a trace. */
  static Outcome library(
      String name, double multiplier, List<TraceNode> nodes, List<TracePod> pods) {
    SchedulerConfiguration configuration =
        Configurations.parse(CONFIGURATION).with("weighers.RAMWeigher.multiplier", multiplier);
    ReplayResult result = new Replay(nodes, pods, configuration, Plugins.load()).run(() -> {});
    return new Outcome(name, result.pods(), result.refused(), result.peaks());
  }
}
