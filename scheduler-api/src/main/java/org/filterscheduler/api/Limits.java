package org.filterscheduler.api;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a compute node may use at most for the instances it has: Nova's limits. They travel to the
 * node with the build and are tested there once more; the claim does not use them.
 *
 * @param amounts by Nova's names: {@code memory_mb}, {@code disk_gb}, {@code vcpu}
 * @param texts limits that are no number, for instance {@code numa_topology}
 */
public record Limits(Map<String, Double> amounts, Map<String, String> texts) {
  /** No limits. */
  public static final Limits NONE = new Limits(Map.of(), Map.of());

  /** Copies both maps. */
  public Limits {
    amounts = Map.copyOf(amounts);
    texts = Map.copyOf(texts);
  }

  /** Returns the limits in the order of their names. */
  @Override
  public String toString() {
    Map<String, Object> all = new TreeMap<>(amounts);
    all.putAll(texts);
    return all.toString();
  }
}
