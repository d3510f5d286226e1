package org.filterscheduler.weighers;

import java.util.Map;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;

/** Hosts with just the figures that a test is about. */
final class Hosts {
  static final HostKey KEY = new HostKey("compute-1", "node-1");

  private Hosts() {}

  static HostState with(ResourceClass resource, long total, long used) {
    return new HostState(
        HostDescription.builder(KEY).inventory(resource, new Inventory(total, 0, 1.0)).build(),
        HostUsage.builder().used(resource, used).build());
  }

  static HostState with(HostUsage.Builder usage) {
    return new HostState(HostDescription.builder(KEY).build(), usage.build());
  }

  static HostState measuring(Map<String, Long> metrics) {
    return with(HostUsage.builder().metrics(metrics));
  }
}
