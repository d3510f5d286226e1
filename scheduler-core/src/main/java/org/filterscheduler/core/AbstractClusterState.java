package org.filterscheduler.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ServerGroup;

/** What snapshots and forks have in common: they answer from books. */
abstract sealed class AbstractClusterState implements ClusterState permits Snapshot, Fork {
  private final Instant at;

  AbstractClusterState(Instant at) {
    this.at = at;
  }

  abstract Books books();

  /** Returns the snapshot that the state is, or grew from. */
  abstract Snapshot origin();

  @Override
  public final Instant at() {
    return at;
  }

  @Override
  public final long sequence() {
    return books().sequence;
  }

  @Override
  public List<HostState> hosts() {
    return books().states();
  }

  @Override
  public final Optional<HostState> host(HostKey key) {
    return Optional.ofNullable(books().state(key));
  }

  @Override
  public final List<HostKey> nodesOf(String host) {
    return books().nodesOf(host);
  }

  @Override
  public final Set<HostKey> hostsOf(String instanceUuid) {
    return books().hostsOf(instanceUuid);
  }

  @Override
  public final ServerGroup group(ServerGroup known) {
    return books().group(known);
  }

  @Override
  public final Fork fork() {
    return new Fork(this);
  }
}
