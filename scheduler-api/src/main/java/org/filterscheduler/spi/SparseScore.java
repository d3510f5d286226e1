package org.filterscheduler.spi;

import java.util.Map;
import org.filterscheduler.api.HostKey;

/**
 * One raw weight for all hosts but a few.
 *
 * @param values the raw weights of the few
 * @param otherwise the raw weight of all others
 */
public record SparseScore(Map<HostKey, Double> values, double otherwise) implements HostScore {
  /** Copies the map. */
  public SparseScore {
    values = Map.copyOf(values);
  }

  /**
   * Returns the raw weight of a host.
   *
   * @param key the host
   */
  public double score(HostKey key) {
    return values.getOrDefault(key, otherwise);
  }
}
