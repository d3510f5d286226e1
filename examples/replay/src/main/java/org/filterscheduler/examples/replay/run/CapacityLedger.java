package org.filterscheduler.examples.replay.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Books of a trace's own, kept from the rows of its files and the chosen hosts alone: they know
 * nothing of what the engine believes. Not safe for several threads.
 */
public final class CapacityLedger {
  /** What is counted, in the order of the amounts below. */
  public static final List<String> RESOURCES = List.of("cpu", "memory", "gpu");

  /**
   * The most of a resource that was in use at one time.
   *
   * @param resource its name
   * @param unit what it is counted in
   * @param used the most that was in use
   * @param capacity what there is, after overcommitment
   * @param second when that was, first
   */
  public record Peak(String resource, String unit, long used, double capacity, long second) {}

  private static final List<String> UNITS = List.of("milli-cores", "MiB", "milli-GPUs");

  /** What a host has, and what is in use of it. */
  private static final class Account {
    private final double[] capacity;
    private final long[] used = new long[RESOURCES.size()];

    private Account(double... capacity) {
      this.capacity = capacity;
    }
  }

  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, String> hostsOfPods = new HashMap<>();
  private final long[] total = new long[RESOURCES.size()];
  private final long[] peak = new long[RESOURCES.size()];
  private final long[] peakAt = new long[RESOURCES.size()];
  private final List<String> violations = new ArrayList<>();

  /**
   * Adds a node.
   *
   * @param node the node
   * @param cpuRatio how many times its CPUs may be promised
   * @param memoryRatio how many times its memory may be promised
   */
  public void add(TraceNode node, double cpuRatio, double memoryRatio) {
    accounts.put(
        node.name(),
        new Account(
            node.cpuMilli() * cpuRatio, node.memoryMib() * memoryRatio, (double) node.gpuMilli()));
  }

  /**
   * Books a pod on the host that was chosen for it, and looks whether that host is above its
   * capacity now.
   *
   * @param pod the pod
   * @param host the name of the host
   */
  public void place(TracePod pod, String host) {
    if (hostsOfPods.putIfAbsent(pod.name(), host) != null) {
      violations.add(pod.name() + " was placed twice");
    }
    book(pod, host, 1);
    Account account = account(host);
    for (int i = 0; i < total.length; i++) {
      if (account.used[i] > account.capacity[i]) {
        violations.add(describe(pod, host, i));
      }
      if (total[i] > peak[i]) {
        peak[i] = total[i];
        peakAt[i] = pod.created();
      }
    }
  }

  /**
   * Gives back what a pod took, if it was placed.
   *
   * @param pod the pod
   */
  public void remove(TracePod pod) {
    String host = hostsOfPods.remove(pod.name());
    if (host != null) {
      book(pod, host, -1);
    }
  }

  /** Returns what went above a capacity, in order; empty if nothing ever did. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** Returns the most that was in use of each resource. */
  public List<Peak> peaks() {
    List<Peak> peaks = new ArrayList<>();
    for (int i = 0; i < total.length; i++) {
      int resource = i;
      double all = accounts.values().stream().mapToDouble(one -> one.capacity[resource]).sum();
      peaks.add(new Peak(RESOURCES.get(i), UNITS.get(i), peak[i], all, peakAt[i]));
    }
    return peaks;
  }

  private void book(TracePod pod, String host, int sign) {
    long[] amounts = {pod.cpuMilli(), pod.memoryMib(), pod.totalGpuMilli()};
    for (int i = 0; i < amounts.length; i++) {
      total[i] += sign * amounts[i];
      account(host).used[i] += sign * amounts[i];
    }
  }

  private Account account(String host) {
    Account account = accounts.get(host);
    if (account == null) {
      throw new IllegalStateException("A pod was placed on " + host + ", which is no node.");
    }
    return account;
  }

  private String describe(TracePod pod, String host, int resource) {
    return "%s is above its capacity of %s after %s: %d of %s %s"
        .formatted(
            host,
            RESOURCES.get(resource),
            pod.name(),
            account(host).used[resource],
            account(host).capacity[resource],
            UNITS.get(resource));
  }
}
