package org.filterscheduler.filters;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/**
 * Rejects the hosts of the group's members, all their nodes; but not one that has this very
 * instance, which a move may keep.
 */
final class ServerGroupAntiAffinityFilter implements HostFilter {
  private static final String POLICY = "anti-affinity";

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    return cluster
        .groupOf(request)
        .filter(group -> group.policies().contains(POLICY) && !group.hosts().isEmpty())
        .map(group -> apartFrom(group, request, cluster))
        .orElse(HostCheck.everything());
  }

  private static HostCheck apartFrom(ServerGroup group, RequestSpec request, ClusterView cluster) {
    Set<String> hosts = new TreeSet<>(group.hosts());
    for (HostKey own : cluster.hostsOf(request.instanceUuid())) {
      hosts.remove(own.host());
    }
    Set<HostKey> nodes = new HashSet<>();
    hosts.forEach(host -> nodes.addAll(cluster.nodesOf(host)));
    return nodes.isEmpty()
        ? HostCheck.everything()
        : HostCheck.notOn(nodes, Reason.of("group-member-on-host", "group_hosts", hosts));
  }
}
