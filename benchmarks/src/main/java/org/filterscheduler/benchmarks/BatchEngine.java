package org.filterscheduler.benchmarks;

/** An engine that places several instances in one call. */
interface BatchEngine extends Engine {
  /**
   * Selects and claims for some requests, one after the other; the positions of the hosts, -1 for
   * none.
   */
  int[] placeAll(int first, int count);
}
