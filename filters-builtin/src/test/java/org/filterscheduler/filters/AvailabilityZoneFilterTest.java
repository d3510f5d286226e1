package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AvailabilityZoneFilterTest {
  private static final String KEY = "availability_zone";

  private static HostCheck check(String zone, TestContext context) {
    return new AvailabilityZoneFilterProvider()
        .create(context)
        .prepare(Hosts.request().availabilityZone(zone).build(), Cluster.of());
  }

  private static HostState host(String... zones) {
    return Hosts.of(Hosts.inAggregates(Stream.of(zones).map(zone -> Map.of(KEY, zone)).toList()));
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        Arguments.of("the zone of the host", "az1", host("az1"), true),
        Arguments.of("another zone", "az1", host("az2"), false),
        Arguments.of("another case", "AZ1", host("az1"), false),
        Arguments.of("one of a list", "az2", host("az1, az2"), true),
        Arguments.of("trimmed of every white space", "az2", host("az1,\u00a0az2\t"), true),
        Arguments.of("the list as a whole", "az1, az2", host("az1, az2"), false),
        Arguments.of("the request is not trimmed", " az1", host("az1"), false),
        Arguments.of("one of several aggregates", "az2", host("az1", "az2"), true),
        Arguments.of("the default zone of a host without", "nova", host(), true),
        Arguments.of("another zone of a host without", "az1", host(), false),
        Arguments.of("no default for a host that has one", "nova", host("az1"), false),
        Arguments.of("no default for a host with an empty one", "nova", host(""), false),
        Arguments.of(
            "no default for a node that never reported but has one",
            "nova",
            Hosts.of(Hosts.inAggregates(List.of(Map.of(KEY, "az1"))).initialised(false)),
            false),
        Arguments.of(
            "aggregates of other metadata",
            "nova",
            Hosts.of(Hosts.inAggregates(List.of(Map.of("ssd", "az1")))),
            true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void check_zone_isComparedWithTheHosts(String name, String zone, HostState host, boolean passes) {
    HostCheck check = check(zone, new TestContext());
    assertThat(Judge.passes(check, host)).as(name).isEqualTo(passes);
  }

  @Test
  void prepare_noZone_asksNothing() {
    assertThat(check(null, new TestContext())).isEqualTo(HostCheck.everything());
    assertThat(check("", new TestContext())).isEqualTo(HostCheck.everything());
  }

  @Test
  void check_ownDefault_replacesNovas() {
    TestContext context = new TestContext().with("default-availability-zone", "home");
    assertThat(Judge.passes(check("home", context), host())).isTrue();
    assertThat(Judge.passes(check("nova", context), host())).isFalse();
  }

  @Test
  void reason_otherZone_namesBoth() {
    assertThat(Judge.rejection(check("az1", new TestContext()), host("az2,az3")))
        .hasValueSatisfying(
            reason -> assertThat(reason).hasToString("other-zone [requested=az1, zones=az2,az3]"));
  }

  @Test
  void prepare_equalZones_giveEqualChecks() {
    assertThat(check("az1", new TestContext())).isEqualTo(check("az1", new TestContext()));
    assertThat(check("az1", new TestContext())).isNotEqualTo(check("az2", new TestContext()));
  }
}
