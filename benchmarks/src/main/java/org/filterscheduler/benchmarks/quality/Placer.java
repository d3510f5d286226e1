package org.filterscheduler.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.examples.replay.run.TracePod;
import org.jspecify.annotations.Nullable;

/** A way to place pods that arrive together. */
@FunctionalInterface
interface Placer {
  /**
   * Chooses a node for each pod, one for all of them taken together; null for none. Books nothing.
   */
  List<@Nullable Node> place(List<TracePod> pods, List<Node> nodes);

  /** The first node that fits. */
  static Placer firstFit() {
    return oneByOne(false);
  }

  /** The node on which the least stays free, added up over the resources. */
  static Placer bestFit() {
    return oneByOne(true);
  }

  private static Placer oneByOne(boolean best) {
    return (pods, nodes) -> {
      List<@Nullable Node> chosen = new ArrayList<>();
      for (TracePod pod : pods) {
        Node node = choose(pod, nodes, best);
        chosen.add(node);
        book(pod, node, 1);
      }
      for (int i = 0; i < pods.size(); i++) {
        book(pods.get(i), chosen.get(i), -1);
      }
      return chosen;
    };
  }

  private static void book(TracePod pod, @Nullable Node node, int sign) {
    if (node != null) {
      node.book(pod, sign);
    }
  }

  private static @Nullable Node choose(TracePod pod, List<Node> nodes, boolean best) {
    Node chosen = null;
    double least = Double.POSITIVE_INFINITY;
    for (Node node : nodes) {
      if (!node.fits(pod)) {
        continue;
      }
      if (!best) {
        return node;
      }
      double left = node.leftAfter(pod.cpuMilli(), pod.memoryMib(), pod.totalGpuMilli());
      if (left < least) {
        chosen = node;
        least = left;
      }
    }
    return chosen;
  }
}
