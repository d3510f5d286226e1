package org.filterscheduler.filters;

import java.util.List;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.LimitWriter;

/** Asks for the memory of the flavor. */
final class RamFilter implements HostFilter {
  private static final CapacityDimension TOTAL = new TotalAmount(ResourceClass.MEMORY_MB, "memory");
  private static final CapacityDimension USABLE =
      new UsableAmount(ResourceClass.MEMORY_MB, "memory");

  @Override
  public List<CapacityDimension> dimensions() {
    return List.of(TOTAL, USABLE);
  }

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    double demand = request.flavor().memoryMb();
    return HostCheck.all(new CapacityCheck(TOTAL, demand), new CapacityCheck(USABLE, demand))
        .withLimits((host, limits) -> writeLimit(host, demand, limits));
  }

  // As in Nova, a host that is rejected gets no limit.
  private static void writeLimit(HostState host, double demand, LimitWriter.Sink limits) {
    if (TOTAL.headroom(host) >= demand && USABLE.headroom(host) >= demand) {
      limits.amount("memory_mb", host.description().inventory(ResourceClass.MEMORY_MB).limit());
    }
  }
}
