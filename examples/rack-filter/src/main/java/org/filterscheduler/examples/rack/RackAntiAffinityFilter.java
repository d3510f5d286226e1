package org.filterscheduler.examples.rack;

import java.util.HashSet;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** Looks up once per instance where the group's members are, and forbids their racks. */
final class RackAntiAffinityFilter implements HostFilter {
  static final String POLICY = "rack-anti-affinity";

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    return cluster
        .groupOf(request)
        .filter(group -> group.policies().contains(POLICY))
        .map(group -> check(hostsOfOthers(group, request, cluster), cluster))
        .orElse(HostCheck.everything());
  }

  /**
   * Returns the hosts of the other members. The instance's own host does not count: a resize may
   * stay where it is, as with Nova's anti-affinity.
   */
  private static Set<String> hostsOfOthers(
      ServerGroup group, RequestSpec request, ClusterView cluster) {
    Set<String> hosts = new HashSet<>(group.hosts());
    cluster.hostsOf(request.instanceUuid()).forEach(own -> hosts.remove(own.host()));
    for (String member : group.members()) {
      if (!member.equals(request.instanceUuid())) {
        cluster.hostsOf(member).forEach(other -> hosts.add(other.host()));
      }
    }
    return hosts;
  }

  private static HostCheck check(Set<String> hosts, ClusterView cluster) {
    if (hosts.isEmpty()) {
      return HostCheck.everything();
    }
    Set<String> racks = new HashSet<>();
    for (String host : hosts) {
      for (HostKey node : cluster.nodesOf(host)) {
        cluster.host(node).ifPresent(found -> racks.addAll(RackCheck.racksOf(found)));
      }
    }
    return new RackCheck(racks, hosts);
  }
}
