package org.filterscheduler.filters;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;

/**
 * A few hosts as a filter sees them while it prepares; groups are what the request says of them.
 */
record Cluster(List<HostState> hosts) implements ClusterView {
  static Cluster of(HostState... hosts) {
    return new Cluster(List.of(hosts));
  }

  @Override
  public Optional<HostDescription> host(HostKey key) {
    return hosts.stream()
        .map(HostState::description)
        .filter(host -> host.key().equals(key))
        .findFirst();
  }

  @Override
  public List<HostKey> nodesOf(String host) {
    return hosts.stream().map(HostState::key).filter(key -> key.host().equals(host)).toList();
  }

  @Override
  public Set<HostKey> hostsOf(String instanceUuid) {
    Set<HostKey> found = new LinkedHashSet<>();
    for (HostState host : hosts) {
      if (host.usage().instances().contains(instanceUuid)) {
        found.add(host.key());
      }
    }
    return found;
  }

  @Override
  public Optional<ServerGroup> groupOf(RequestSpec request) {
    return request.group();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }
}
