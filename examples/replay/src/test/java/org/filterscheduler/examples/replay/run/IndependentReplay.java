package org.filterscheduler.examples.replay.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a replay written down once more, straightforwardly and without the library: the host
 * with the most free memory of those that fit, of equals the first.
 */
final class IndependentReplay {
  private final List<TraceNode> nodes;
  private final Map<String, long[]> free = new HashMap<>();
  private final Map<TracePod, String> running = new HashMap<>();
  private final Map<String, String> placements = new LinkedHashMap<>();

  private IndependentReplay(List<TraceNode> nodes) {
    this.nodes = nodes;
    for (TraceNode node : nodes) {
      free.put(node.name(), new long[] {node.cpuMilli(), node.memoryMib(), 1000 * node.gpus()});
    }
  }

  /** Returns the host of each pod that was placed, in the order of the placements. */
  static Map<String, String> run(List<TraceNode> nodes, List<TracePod> pods) {
    IndependentReplay replay = new IndependentReplay(nodes);
    long[] seconds = pods.stream().mapToLong(TracePod::created).sorted().distinct().toArray();
    for (long second : seconds) {
      for (TracePod pod : pods) {
        if (pod.created() == second) {
          replay.depart(second);
          replay.arrive(pod);
        }
      }
    }
    return replay.placements;
  }

  private void depart(long second) {
    for (TracePod pod : List.copyOf(running.keySet())) {
      if (pod.deleted() <= second) {
        add(running.remove(pod), pod, 1);
      }
    }
  }

  private void arrive(TracePod pod) {
    String best = null;
    for (TraceNode node : nodes) {
      if (fits(pod, node) && (best == null || free.get(node.name())[1] > free.get(best)[1])) {
        best = node.name();
      }
    }
    if (best != null) {
      add(best, pod, -1);
      running.put(pod, best);
      placements.put(pod.name(), best);
    }
  }

  private boolean fits(TracePod pod, TraceNode node) {
    long[] left = free.get(node.name());
    return pod.cpuMilli() <= left[0]
        && pod.memoryMib() <= left[1]
        && pod.numGpu() * pod.gpuMilli() <= left[2]
        && (pod.gpuSpec().isEmpty()
            || Arrays.asList(pod.gpuSpec().split("\\|")).contains(node.model()));
  }

  private void add(String host, TracePod pod, int sign) {
    long[] left = free.get(host);
    left[0] += (long) sign * pod.cpuMilli();
    left[1] += sign * pod.memoryMib();
    left[2] += sign * pod.numGpu() * pod.gpuMilli();
  }
}
