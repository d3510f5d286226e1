package org.filterscheduler.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All hosts at one instant, to be read: of a snapshot, or of a fork of one. */
public interface ClusterState {
  /** Returns the number of the last inventory event that is in it. */
  long sequence();

  /** Returns the instant, by the inventory's clock. */
  Instant at();

  /** Returns the hosts in the order of their positions. */
  List<HostState> hosts();

  /**
   * Returns a host.
   *
   * @param key the host
   */
  Optional<HostState> host(HostKey key);

  /**
   * Returns the nodes that a service host owns.
   *
   * @param host the name of the host
   */
  List<HostKey> nodesOf(String host);

  /**
   * Returns where an instance is: several hosts while it is resized or migrated.
   *
   * @param instanceUuid the instance
   */
  Set<HostKey> hostsOf(String instanceUuid);

  /**
   * Returns a server group with the members and hosts that were claimed for it beside those that
   * the caller knows.
   *
   * @param known the group as the caller knows it
   */
  ServerGroup group(ServerGroup known);

  /** Starts a simulation on this state; the state itself never changes. */
  ClusterFork fork();
}
