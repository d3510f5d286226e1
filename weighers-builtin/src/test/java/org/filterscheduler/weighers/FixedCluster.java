package org.filterscheduler.weighers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;

/** A cluster of some nodes, with instances on them. */
record FixedCluster(List<HostKey> nodes, Map<String, Set<HostKey>> instances)
    implements ClusterView {
  static final FixedCluster EMPTY = new FixedCluster(List.of(), Map.of());

  @Override
  public Optional<HostDescription> host(HostKey key) {
    return Optional.empty();
  }

  @Override
  public List<HostKey> nodesOf(String host) {
    return nodes.stream().filter(node -> node.host().equals(host)).toList();
  }

  @Override
  public Set<HostKey> hostsOf(String instanceUuid) {
    return instances.getOrDefault(instanceUuid, Set.of());
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
