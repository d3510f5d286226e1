package org.filterscheduler.api;

/**
 * What one weigher said of a host.
 *
 * @param weigher the name of the weigher
 * @param raw its raw weight
 * @param normalised the raw weight brought into 0 to 1 over all hosts that were weighed
 * @param multiplier by what the normalised weight is multiplied; may be negative
 */
public record WeightPart(String weigher, double raw, double normalised, double multiplier) {
  /** Returns what the weigher adds to the weight of the host. */
  public double weight() {
    return multiplier * normalised;
  }
}
