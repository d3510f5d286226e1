package org.filterscheduler.api;

/**
 * A simulation: a cluster that may be changed without any effect on the inventory. Each change
 * costs in proportion to what it touches. Not safe for several threads.
 */
public interface ClusterFork extends ClusterState {
  /**
   * Books an instance on a host, without asking any filter.
   *
   * @param request the instance
   * @param host the host
   * @throws IllegalArgumentException if there is no such host
   * @throws ClaimException if a structured resource does not fit
   */
  void place(RequestSpec request, HostKey host);

  /**
   * Takes an instance away from a host, one that was placed here or that was there before.
   *
   * @param instanceUuid the instance
   * @param host the host
   * @throws IllegalArgumentException if the host does not have the instance
   */
  void remove(String instanceUuid, HostKey host);

  /**
   * Adds a host that is up, behind all others, or replaces what it reported.
   *
   * @param report what the host has
   */
  void report(HostReport report);

  /**
   * Takes a host away.
   *
   * @param host the host
   * @throws IllegalArgumentException if there is no such host
   */
  void removeHost(HostKey host);

  /** Returns a mark of the present state, to roll back to. */
  long mark();

  /**
   * Undoes all that was done after a mark; later marks end with it.
   *
   * @param mark what {@link #mark()} gave
   * @throws IllegalArgumentException if the mark is not, or no longer, one of this fork
   */
  void rollback(long mark);
}
