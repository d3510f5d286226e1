package org.filterscheduler.weighers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.SparseScore;

/** Laws of the weighers. */
final class WeigherProperties {
  private static final List<HostKey> NODES =
      List.of(
          new HostKey("h1", "n1"),
          new HostKey("h1", "n2"),
          new HostKey("h2", "n1"),
          new HostKey("h3", "n1"));

  @Provide
  Arbitrary<Map<String, Set<HostKey>>> instances() {
    return Arbitraries.maps(uuids(), Arbitraries.of(NODES).set().ofMaxSize(3)).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> uuids() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
  }

  @Provide
  Arbitrary<Set<String>> members() {
    return uuids().set();
  }

  @Provide
  Arbitrary<List<MetricRatio>> ratios() {
    return Combinators.combine(uuids(), Arbitraries.doubles().between(-10, 10))
        .as(MetricRatio::new)
        .list()
        .ofMaxSize(6);
  }

  /** A node's raw weight is the number of members that its service host has, counted by hand. */
  @Property
  void softAffinity_anyCluster_countsTheMembersOfTheServiceHost(
      @ForAll("instances") Map<String, Set<HostKey>> instances,
      @ForAll("members") Set<String> members) {
    HostScore score = prepare(GroupWeigher.Policy.SOFT_AFFINITY, instances, members);

    for (HostKey node : NODES) {
      Set<String> there = new HashSet<>();
      instances.forEach(
          (uuid, nodes) -> {
            if (nodes.stream().anyMatch(other -> other.host().equals(node.host()))) {
              there.add(uuid);
            }
          });
      there.retainAll(members);
      assertThat(weight(score, node)).isEqualTo(there.size());
    }
  }

  /** What attracts under the one policy repels as much under the other. */
  @Property
  void softAntiAffinity_anyCluster_isTheOppositeOfSoftAffinity(
      @ForAll("instances") Map<String, Set<HostKey>> instances,
      @ForAll("members") Set<String> members) {
    HostScore together = prepare(GroupWeigher.Policy.SOFT_AFFINITY, instances, members);
    HostScore apart = prepare(GroupWeigher.Policy.SOFT_ANTI_AFFINITY, instances, members);

    for (HostKey node : NODES) {
      assertThat(weight(apart, node) + weight(together, node)).isZero();
    }
  }

  /** One more free device never makes a host more attractive to requests that need none. */
  @Property
  void pci_oneMoreFreeDevice_neverWeighsMore(
      @ForAll @LongRange(min = 0, max = 300) long total,
      @ForAll @LongRange(min = 0, max = 300) long used) {
    double some = HostFigure.PCI_SCARCITY.value(Hosts.with(ResourceClass.PCI_DEVICE, total, used));
    double more =
        HostFigure.PCI_SCARCITY.value(Hosts.with(ResourceClass.PCI_DEVICE, total + 1, used));

    assertThat(some).isBetween(1.0, 100.0);
    assertThat(more).isLessThanOrEqualTo(some);
  }

  /** Where every metric is there, whether they are required makes no difference. */
  @Property
  void metrics_allReported_doNotDependOnRequired(@ForAll("ratios") List<MetricRatio> ratios) {
    Map<String, Long> metrics =
        Map.of("a", 1L, "b", -2L, "c", 3L, "d", 0L, "e", 5L, "f", 6L, "g", 7L, "h", 8L);

    double required = new MetricsWeigher(ratios, true, -1, 1).value(Hosts.measuring(metrics));
    double optional = new MetricsWeigher(ratios, false, -1, 1).value(Hosts.measuring(metrics));

    assertThat(required).isEqualTo(optional);
  }

  private static HostScore prepare(
      GroupWeigher.Policy policy, Map<String, Set<HostKey>> instances, Set<String> members) {
    ServerGroup group =
        ServerGroup.builder("g")
            .policies(Set.of("soft-affinity", "soft-anti-affinity"))
            .members(members)
            .build();
    RequestSpec request =
        RequestSpec.builder(Flavor.builder("small").build())
            .instanceUuid("i-1")
            .group(group)
            .build();
    return new GroupWeigher(policy, 1.0).prepare(request, new FixedCluster(NODES, instances));
  }

  private static double weight(HostScore score, HostKey node) {
    return score instanceof SparseScore sparse ? sparse.score(node) : 0;
  }
}
