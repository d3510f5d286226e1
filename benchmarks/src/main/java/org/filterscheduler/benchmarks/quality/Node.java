package org.filterscheduler.benchmarks.quality;

import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;

/** A node of a trace, and what is free on it. */
final class Node {
  private final TraceNode node;
  private long cpu;
  private long memory;
  private long gpu;

  Node(TraceNode node) {
    this.node = node;
    cpu = node.cpuMilli();
    memory = node.memoryMib();
    gpu = node.gpuMilli();
  }

  String name() {
    return node.name();
  }

  /** Returns whether the model is allowed and all amounts are free. */
  boolean fits(TracePod pod) {
    return allowed(pod) && lacking(pod.cpuMilli(), pod.memoryMib(), pod.totalGpuMilli()) == 0;
  }

  /** Returns whether the node's model is one of those that the pod names, if it names any. */
  boolean allowed(TracePod pod) {
    if (pod.gpuSpec().isEmpty()) {
      return true;
    }
    String list = "|" + pod.gpuSpec().replace(" ", "") + "|";
    return !node.model().isEmpty() && list.contains("|" + node.model() + "|");
  }

  /** Returns how much of such amounts is not free, in all. */
  long lacking(long moreCpu, long moreMemory, long moreGpu) {
    return Math.max(0, moreCpu - cpu)
        + Math.max(0, moreMemory - memory)
        + Math.max(0, moreGpu - gpu);
  }

  /** Returns how much stays free after such amounts: 1 for each resource that is all free. */
  double leftAfter(long moreCpu, long moreMemory, long moreGpu) {
    return share(cpu - moreCpu, node.cpuMilli())
        + share(memory - moreMemory, node.memoryMib())
        + share(gpu - moreGpu, node.gpuMilli());
  }

  private static double share(long free, long total) {
    return total == 0 ? 0 : (double) free / total;
  }

  /** Books a pod (1), or takes it away (-1). */
  void book(TracePod pod, int sign) {
    cpu -= sign * (long) pod.cpuMilli();
    memory -= sign * pod.memoryMib();
    gpu -= sign * pod.totalGpuMilli();
  }

  @Override
  public String toString() {
    return name();
  }
}
