package org.filterscheduler.examples.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;

final class LicenseFilterTest {
  private static final FakeCluster CLUSTER = FakeCluster.of(List.of(), Map.of());

  @Test
  void prepare_noDemand_asksNothing() {
    assertThat(new LicenseFilter(new LicenseDimension(2)).prepare(request(0), CLUSTER))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_demand_asksForThatMany() {
    LicenseDimension licenses = new LicenseDimension(2);

    assertThat(new LicenseFilter(licenses).prepare(request(3), CLUSTER))
        .isEqualTo(new CapacityCheck(licenses, 3));
  }

  @Test
  void headroom_someInUseAndSomeKept_isTheRest() {
    assertThat(new LicenseDimension(2).headroom(host(10, 5))).isEqualTo(3);
  }

  @Test
  void headroom_hostWithoutLicenses_isNone() {
    assertThat(new LicenseDimension(0).headroom(host(0, 0))).isZero();
  }

  @Test
  void reason_tooFew_saysHowManyAreMissing() {
    assertThat(new CapacityCheck(new LicenseDimension(0), 3).reason(host(10, 8)))
        .hasToString("insufficient-licenses (lacks 1 licences) [left=2.0, needed=3.0]");
  }

  private static RequestSpec request(int licenses) {
    Flavor flavor =
        Flavor.builder("licensed")
            .extraSpecs(Map.of("resources:CUSTOM_LICENSE", String.valueOf(licenses)))
            .build();
    return RequestSpec.builder(flavor).instanceUuid("i-1").build();
  }

  private static HostState host(long total, long used) {
    return new HostState(
        HostDescription.builder(HostKey.of("h"))
            .inventory(LicenseFilter.LICENSE, new Inventory(total, 0, 1.0))
            .build(),
        HostUsage.builder().used(LicenseFilter.LICENSE, used).build());
  }
}
