package org.filterscheduler.examples.rack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;

/** A cluster of given descriptions and places of instances; the caller's group is all there is. */
record FakeCluster(Map<HostKey, HostDescription> hosts, Map<String, Set<HostKey>> instances)
    implements ClusterView {
  static FakeCluster of(List<HostDescription> hosts, Map<String, Set<HostKey>> instances) {
    return new FakeCluster(
        hosts.stream().collect(Collectors.toMap(HostDescription::key, host -> host)), instances);
  }

  @Override
  public Optional<HostDescription> host(HostKey key) {
    return Optional.ofNullable(hosts.get(key));
  }

  @Override
  public List<HostKey> nodesOf(String host) {
    return hosts.keySet().stream().filter(key -> key.host().equals(host)).sorted().toList();
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
