package org.filterscheduler.examples.rack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.DescriptionCheck;

/**
 * Passes hosts that are in none of the racks, and are none of the hosts.
 *
 * @param racks the racks that have a member
 * @param hosts the hosts that have a member, for those that are in no rack
 */
record RackCheck(Set<String> racks, Set<String> hosts) implements DescriptionCheck {
  static final String METADATA_KEY = "rack";

  RackCheck {
    racks = Set.copyOf(racks);
    hosts = Set.copyOf(hosts);
  }

  static Set<String> racksOf(HostDescription host) {
    return host.aggregateValues(METADATA_KEY);
  }

  @Override
  public boolean test(HostDescription host) {
    if (hosts.contains(host.key().host())) {
      return false;
    }
    for (String rack : racksOf(host)) {
      if (racks.contains(rack)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Reason reason(HostDescription host) {
    Set<String> shared = new TreeSet<>(racksOf(host));
    shared.retainAll(racks);
    return shared.isEmpty()
        ? Reason.of("host-has-member", "host", host.key().host())
        : Reason.of("rack-has-member", Map.of("rack", String.join(",", shared)));
  }
}
