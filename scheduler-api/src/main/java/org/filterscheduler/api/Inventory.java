package org.filterscheduler.api;

/**
 * What a host has of one resource class.
 *
 * @param total the amount that exists, 0 or more
 * @param reserved the part of it that instances never get, 0 or more
 * @param allocationRatio how many times the total may be promised; finite, 0 or more
 */
public record Inventory(long total, long reserved, double allocationRatio) {
  /** Nothing at all: the inventory of a class that a host does not have. */
  public static final Inventory NONE = new Inventory(0, 0, 1.0);

  /** Checks the amounts. */
  public Inventory {
    Require.notNegative(total, "total");
    Require.notNegative(reserved, "reserved");
    Require.ratio(allocationRatio, "allocationRatio");
  }

  /**
   * Returns the most that may be in use, not counting what is reserved: Nova's limit, {@code total
   * x allocationRatio}, in exactly this order of operations.
   */
  public double limit() {
    return total * allocationRatio;
  }
}
