package org.filterscheduler.weighers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;
import org.filterscheduler.spi.SparseScore;

/**
 * Ranks hosts by how many members of the request's server group they have.
 *
 * <p>Instances are those of the service host: all its nodes share them, and a member that is on two
 * of them counts once. Only the few hosts with members get a value; the rest of the cluster has 0.
 */
record GroupWeigher(Policy policy, double multiplier) implements HostWeigher {
  /** The policies that have a weigher, and what a member adds to the raw weight. */
  enum Policy {
    SOFT_AFFINITY("soft-affinity", 1),
    SOFT_ANTI_AFFINITY("soft-anti-affinity", -1);

    private final String text;
    private final int perMember;

    Policy(String text, int perMember) {
      this.text = text;
      this.perMember = perMember;
    }
  }

  static GroupWeigher create(Policy policy, OptionSpec<Double> option, PluginContext context) {
    double multiplier = context.option(option);
    if (multiplier < 0) {
      context.warnOnce(
          option.path(),
          () ->
              option.path()
                  + " ("
                  + multiplier
                  + ") is below 0 and turns the policy "
                  + policy.text
                  + " into its opposite. Maybe make it positive.");
    }
    return new GroupWeigher(policy, multiplier);
  }

  @Override
  public HostScore prepare(RequestSpec request, ClusterView cluster) {
    return cluster
        .groupOf(request)
        .filter(group -> group.policies().contains(policy.text))
        .map(group -> score(group, cluster))
        .orElseGet(HostScore::none);
  }

  private HostScore score(ServerGroup group, ClusterView cluster) {
    Map<HostKey, Double> weights = new HashMap<>();
    membersByHost(group, cluster)
        .forEach(
            (host, members) -> {
              double weight = members * policy.perMember;
              cluster.nodesOf(host).forEach(node -> weights.put(node, weight));
            });
    return weights.isEmpty() ? HostScore.none() : new SparseScore(weights, 0);
  }

  private static Map<String, Integer> membersByHost(ServerGroup group, ClusterView cluster) {
    Map<String, Integer> counts = new HashMap<>();
    for (String member : group.members()) {
      for (String host : serviceHosts(cluster.hostsOf(member))) {
        counts.merge(host, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Set<String> serviceHosts(Set<HostKey> nodes) {
    Set<String> hosts = new HashSet<>();
    nodes.forEach(node -> hosts.add(node.host()));
    return hosts;
  }
}
