package org.filterscheduler.filters;

import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** A host is in the zones that its aggregates name, or else in the default zone. */
final class AvailabilityZoneFilter implements HostFilter {
  private final String defaultZone;

  AvailabilityZoneFilter(String defaultZone) {
    this.defaultZone = defaultZone;
  }

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    return request
        .availabilityZone()
        .<HostCheck>map(zone -> new InZone(zone, defaultZone))
        .orElse(HostCheck.everything());
  }

  /** Passes the hosts of a zone. */
  private record InZone(String zone, String defaultZone) implements DescriptionCheck {
    private static final String METADATA_KEY = "availability_zone";

    @Override
    public boolean test(HostDescription host) {
      return zones(host).contains(zone);
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of(
          "other-zone", Map.of("requested", zone, "zones", String.join(",", zones(host))));
    }

    private Set<String> zones(HostDescription host) {
      Set<String> zones = host.aggregateMetadata(METADATA_KEY);
      return zones.isEmpty() ? Set.of(defaultZone) : zones;
    }
  }
}
