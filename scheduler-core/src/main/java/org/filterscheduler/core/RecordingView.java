package org.filterscheduler.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;

/**
 * What plug-ins may read while they prepare, written down. It is closed afterwards: a check that
 * kept it would read what nobody notes, and the claim could not know that it has changed.
 */
final class RecordingView implements ClusterView, AutoCloseable {
  private final ClusterState state;
  private final Reads reads;
  private boolean closed;

  RecordingView(ClusterState state, Reads reads) {
    this.state = state;
    this.reads = reads;
  }

  @Override
  public Optional<HostDescription> host(HostKey key) {
    checkOpen();
    reads.description(key);
    return state.host(key).map(HostState::description);
  }

  @Override
  public List<HostKey> nodesOf(String host) {
    checkOpen();
    reads.nodesOf(host);
    return state.nodesOf(host);
  }

  @Override
  public Set<HostKey> hostsOf(String instanceUuid) {
    checkOpen();
    reads.hostsOf(instanceUuid);
    return state.hostsOf(instanceUuid);
  }

  @Override
  public Optional<ServerGroup> groupOf(RequestSpec request) {
    checkOpen();
    Optional<ServerGroup> known = request.group();
    known.ifPresent(reads::group);
    return known.map(state::group);
  }

  @Override
  public Instant now() {
    checkOpen();
    reads.now();
    return state.at();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The cluster view is closed: it may be read in prepare only. Keep what was read instead.");
    }
  }
}
