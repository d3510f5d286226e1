package org.filterscheduler.api;

import java.util.List;

/**
 * Finds a host for an instance and books it: filters judge each host, weighers rank the survivors,
 * the best is claimed.
 *
 * <p>Safe for many threads. Several schedulers may share one inventory, each with a policy of its
 * own. No method gives a partial answer: all instances of a call get a host, or none does.
 */
public interface FilterScheduler {
  /**
   * Places the instances of a request and claims their hosts. No host takes an instance that the
   * enabled filters would reject at the moment of the claim.
   *
   * <p>The request is taken as a whole whatever its {@link RequestSpec#index()}: one that comes out
   * of an explanation is asked anew, all instances of it.
   *
   * @param request what is asked for
   * @throws PluginException if a plug-in failed and {@code on-plugin-failure} is {@code
   *     fail-request}
   * @throws ClaimException if the request brings the id of a claim that has ended or that is
   *     another instance's; an active claim of this very instance is answered again
   */
  SchedulingResult select(RequestSpec request);

  /**
   * Places the instances of several requests one after the other, each seeing the ones before.
   *
   * @param requests what is asked for, at least one
   * @throws PluginException as in {@link #select(RequestSpec)}
   * @throws ClaimException as in {@link #select(RequestSpec)}
   */
  SchedulingResult selectAll(List<RequestSpec> requests);

  /**
   * Answers what {@link #select(RequestSpec)} would, on any state, and claims nothing.
   *
   * @param request what is asked for
   * @param state a snapshot or a fork; it is not changed
   */
  SchedulingResult dryRun(RequestSpec request, ClusterState state);

  /**
   * Returns the best hosts for the first instance of a request, best first, and claims nothing.
   *
   * @param request what is asked for
   * @param most how many at most, 1 or more
   */
  List<RankedHost> recommend(RequestSpec request, int most);

  /**
   * Explains the decision for the first instance of a request, with the verdict of every filter on
   * every host, and claims nothing.
   *
   * @param request what is asked for
   * @param state a snapshot or a fork; it is not changed
   */
  Explanation explain(RequestSpec request, ClusterState state);

  /**
   * Puts another policy in place of this scheduler's: whole, or not at all. Decisions that are
   * under way end under the old one. The inventory is not touched: it keeps the options it was
   * built with, and a configuration that sets them otherwise is refused.
   *
   * @param configuration the new configuration
   * @throws ConfigurationException if anything is wrong with it; then nothing has changed
   */
  void reconfigure(SchedulerConfiguration configuration);

  /** Returns the configuration of the present policy. */
  SchedulerConfiguration configuration();

  /** Returns the inventory on which it decides. */
  HostInventory inventory();
}
