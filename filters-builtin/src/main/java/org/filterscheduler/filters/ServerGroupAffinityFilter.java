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

/** Passes only the hosts of the group's members, all their nodes; any host for the first member. */
final class ServerGroupAffinityFilter implements HostFilter {
  private static final String POLICY = "affinity";

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    return cluster
        .groupOf(request)
        .filter(group -> group.policies().contains(POLICY) && !group.hosts().isEmpty())
        .map(group -> togetherWith(group, cluster))
        .orElse(HostCheck.everything());
  }

  private static HostCheck togetherWith(ServerGroup group, ClusterView cluster) {
    Set<HostKey> nodes = new HashSet<>();
    group.hosts().forEach(host -> nodes.addAll(cluster.nodesOf(host)));
    return HostCheck.on(
        nodes, Reason.of("no-group-member-on-host", "group_hosts", new TreeSet<>(group.hosts())));
  }
}
