package org.filterscheduler.examples.replay.gpu;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.DescriptionCheck;

/**
 * Passes the hosts whose GPUs are of an allowed model.
 *
 * @param allowed the models
 */
record GpuModelCheck(Set<String> allowed) implements DescriptionCheck {
  GpuModelCheck {
    allowed = Set.copyOf(allowed);
  }

  @Override
  public boolean test(HostDescription host) {
    return allowed.contains(model(host));
  }

  @Override
  public Reason reason(HostDescription host) {
    String wanted = String.join("|", new TreeSet<>(allowed));
    return Reason.of("gpu-model", Map.of("allowed", wanted, "model", model(host)));
  }

  private static String model(HostDescription host) {
    return String.valueOf(host.stats().getOrDefault(GpuModelFilterProvider.MODEL, ""));
  }
}
