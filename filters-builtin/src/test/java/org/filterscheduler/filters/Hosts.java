package org.filterscheduler.filters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;

/** The hosts and requests of the tests. */
final class Hosts {
  private Hosts() {}

  static HostState of(HostDescription.Builder description) {
    return new HostState(description.build(), HostUsage.builder().build());
  }

  static HostState named(String host, String node, String... instances) {
    return new HostState(
        HostDescription.builder(new HostKey(host, node)).build(),
        HostUsage.builder().instances(List.of(instances), Set.of()).build());
  }

  static HostDescription.Builder description() {
    return HostDescription.builder(HostKey.of("h1"));
  }

  static HostDescription.Builder inAggregates(List<Map<String, String>> metadata) {
    return description()
        .aggregates(metadata.stream().map(map -> new Aggregate(1, "", map)).toList());
  }

  /** A host of one class: what it has, what is free of it (Nova's figure), and the ratio. */
  static HostState with(ResourceClass resource, long total, long free, double ratio) {
    return new HostState(
        description().inventory(resource, new Inventory(total, 0, ratio)).build(),
        HostUsage.builder().used(resource, total - free).build());
  }

  static HostState neverReported() {
    return of(description().initialised(false));
  }

  static RequestSpec.Builder request() {
    return RequestSpec.builder(Flavor.builder("f").build()).instanceUuid("i-1");
  }

  static RequestSpec request(Flavor.Builder flavor) {
    return RequestSpec.builder(flavor.build()).instanceUuid("i-1").build();
  }

  static RequestSpec asking(Map<String, String> extraSpecs) {
    return request(Flavor.builder("f").extraSpecs(extraSpecs));
  }
}
