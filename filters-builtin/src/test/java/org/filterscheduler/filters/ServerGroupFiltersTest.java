package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.junit.jupiter.api.Test;

/** Affinity and anti-affinity, on two nodes of one host and another host. */
final class ServerGroupFiltersTest {
  private static final HostFilter TOGETHER = new ServerGroupAffinityFilter();
  private static final HostFilter APART = new ServerGroupAntiAffinityFilter();

  private static final HostState NODE_1 = Hosts.named("h1", "n1", "own");
  private static final HostState NODE_2 = Hosts.named("h1", "n2", "own");
  private static final HostState OTHER = Hosts.named("h2", "h2", "foreign");
  private static final Cluster CLUSTER = Cluster.of(NODE_1, NODE_2, OTHER);

  private static RequestSpec request(String instance, String policy, String... hosts) {
    ServerGroup group =
        ServerGroup.builder("g")
            .policies(Set.of(policy))
            .hosts(Set.copyOf(Arrays.asList(hosts)))
            .build();
    return Hosts.request().instanceUuid(instance).group(group).build();
  }

  private static HostCheck check(HostFilter filter, RequestSpec request) {
    return filter.prepare(request, CLUSTER);
  }

  @Test
  void prepare_noGroup_asksNothing() {
    RequestSpec request = Hosts.request().build();
    assertThat(check(TOGETHER, request)).isEqualTo(HostCheck.everything());
    assertThat(check(APART, request)).isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_otherPolicy_asksNothing() {
    assertThat(check(TOGETHER, request("new", "anti-affinity", "h1")))
        .isEqualTo(HostCheck.everything());
    assertThat(check(APART, request("new", "affinity", "h1"))).isEqualTo(HostCheck.everything());
    assertThat(check(TOGETHER, request("new", "soft-affinity", "h1")))
        .isEqualTo(HostCheck.everything());
    assertThat(check(APART, request("new", "soft-anti-affinity", "h1")))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_firstMember_asksNothing() {
    assertThat(check(TOGETHER, request("new", "affinity"))).isEqualTo(HostCheck.everything());
    assertThat(check(APART, request("new", "anti-affinity"))).isEqualTo(HostCheck.everything());
  }

  @Test
  void apart_hostOfAMember_isRejectedOnAllItsNodes() {
    HostCheck check = check(APART, request("new", "anti-affinity", "h1"));
    assertThat(Judge.passes(check, NODE_1)).isFalse();
    assertThat(Judge.passes(check, NODE_2)).isFalse();
    assertThat(Judge.passes(check, OTHER)).isTrue();
    assertThat(Judge.rejection(check, NODE_1))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("group-member-on-host [group_hosts=[h1]]"));
  }

  @Test
  void apart_ownHost_passesOnAllItsNodes() {
    HostCheck check = check(APART, request("own", "anti-affinity", "h1", "h2"));
    assertThat(Judge.passes(check, NODE_1)).isTrue();
    assertThat(Judge.passes(check, NODE_2)).isTrue();
    assertThat(Judge.passes(check, OTHER)).isFalse();
  }

  @Test
  void apart_ownHostAlone_asksNothing() {
    assertThat(check(APART, request("own", "anti-affinity", "h1")))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void apart_otherCaseOrUnknownHost_passes() {
    HostCheck check = check(APART, request("new", "anti-affinity", "H1", "gone"));
    assertThat(Judge.passes(check, NODE_1)).isTrue();
  }

  @Test
  void together_hostOfAMember_passesOnAllItsNodes() {
    HostCheck check = check(TOGETHER, request("new", "affinity", "h1"));
    assertThat(Judge.passes(check, NODE_1)).isTrue();
    assertThat(Judge.passes(check, NODE_2)).isTrue();
    assertThat(Judge.rejection(check, OTHER))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("no-group-member-on-host [group_hosts=[h1]]"));
  }

  @Test
  void together_ownHost_hasNoRuleOfItsOwn() {
    HostCheck check = check(TOGETHER, request("own", "affinity", "h2"));
    assertThat(Judge.passes(check, NODE_1)).isFalse();
  }

  @Test
  void together_otherCaseOrUnknownHost_passesNowhere() {
    HostCheck check = check(TOGETHER, request("new", "affinity", "H1", "gone"));
    assertThat(Judge.passes(check, NODE_1)).isFalse();
    assertThat(Judge.passes(check, OTHER)).isFalse();
  }
}
