package org.filterscheduler.examples.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;

final class RackAntiAffinityFilterTest {
  private static final HostDescription A1 = host("a1", "rack-a");
  private static final HostDescription A2 = host("a2", "rack-a");
  private static final HostDescription B1 = host("b1", "rack-b");
  private static final HostDescription LOOSE = HostDescription.builder(HostKey.of("loose")).build();
  private static final List<HostDescription> ALL = List.of(A1, A2, B1, LOOSE);

  private final RackAntiAffinityFilter filter = new RackAntiAffinityFilter();

  @Test
  void prepare_noGroup_asksNothing() {
    assertThat(filter.prepare(request(null), cluster(Map.of()))).isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_groupOfAnotherPolicy_asksNothing() {
    ServerGroup group =
        ServerGroup.builder("g").policy("anti-affinity").hosts(Set.of("a1")).build();

    assertThat(filter.prepare(request(group), cluster(Map.of()))).isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_groupWithoutMembers_asksNothing() {
    assertThat(filter.prepare(request(group(Set.of(), Set.of())), cluster(Map.of())))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void test_memberInRack_rejectsTheWholeRack() {
    RackCheck check = check(group(Set.of(), Set.of("a1")), Map.of());

    assertThat(ALL.stream().filter(check::test)).containsExactly(B1, LOOSE);
    assertThat(check.reason(A2)).hasToString("rack-has-member [rack=rack-a]");
  }

  @Test
  void test_memberKnownByItsInstanceOnly_rejectsItsRack() {
    Map<String, Set<HostKey>> places = Map.of("m", Set.of(B1.key()));

    RackCheck check = check(group(Set.of("m"), Set.of()), places);

    assertThat(ALL.stream().filter(check::test)).containsExactly(A1, A2, LOOSE);
  }

  @Test
  void test_hostWithoutRack_isARackOfItsOwn() {
    RackCheck check = check(group(Set.of(), Set.of("loose")), Map.of());

    assertThat(ALL.stream().filter(check::test)).containsExactly(A1, A2, B1);
    assertThat(check.reason(LOOSE)).hasToString("host-has-member [host=loose]");
  }

  @Test
  void prepare_onlyTheInstanceItself_mayStayInItsRack() {
    Map<String, Set<HostKey>> places = Map.of("self", Set.of(A1.key()));

    assertThat(filter.prepare(request(group(Set.of("self"), Set.of("a1"))), cluster(places)))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_memberOnAHostThatIsGone_forbidsThatNameOnly() {
    assertThat(filter.prepare(request(group(Set.of(), Set.of("gone"))), cluster(Map.of())))
        .isEqualTo(new RackCheck(Set.of(), Set.of("gone")));
  }

  private RackCheck check(ServerGroup group, Map<String, Set<HostKey>> places) {
    return (RackCheck) filter.prepare(request(group), cluster(places));
  }

  private static FakeCluster cluster(Map<String, Set<HostKey>> places) {
    return FakeCluster.of(ALL, places);
  }

  private static ServerGroup group(Set<String> members, Set<String> hosts) {
    return ServerGroup.builder("g")
        .policy(RackAntiAffinityFilter.POLICY)
        .members(members)
        .hosts(hosts)
        .build();
  }

  private static RequestSpec request(ServerGroup group) {
    return RequestSpec.builder(Flavor.builder("small").build())
        .instanceUuid("self")
        .group(group)
        .build();
  }

  private static HostDescription host(String name, String rack) {
    return HostDescription.builder(HostKey.of(name))
        .aggregates(List.of(new Aggregate(rack.hashCode() & 0xff, rack, Map.of("rack", rack))))
        .build();
  }
}
