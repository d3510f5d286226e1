package org.filterscheduler.filters;

import java.util.List;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.LimitWriter;
import org.filterscheduler.spi.PluginContext;

/** Asks for the virtual CPUs of the flavor. A host that says of none passes, with a warning. */
final class CoreFilter implements HostFilter {
  private static final CapacityDimension TOTAL = new TotalCores();
  private static final CapacityDimension USABLE = new UsableCores();

  private final PluginContext context;

  CoreFilter(PluginContext context) {
    this.context = context;
  }

  @Override
  public List<CapacityDimension> dimensions() {
    return List.of(TOTAL, USABLE);
  }

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    int demand = request.flavor().vcpus();
    return HostCheck.all(
        // As in Nova, a host gets the limit even where it is rejected.
        HostCheck.everything().withLimits(this::writeLimit),
        new CapacityCheck(TOTAL, demand),
        new CapacityCheck(USABLE, demand));
  }

  private void writeLimit(HostState host, LimitWriter.Sink limits) {
    Inventory cores = host.description().inventory(ResourceClass.VCPU);
    if (cores.total() == 0) {
      warn(host.key());
    } else if (cores.limit() > 0) {
      limits.amount("vcpu", cores.limit());
    }
  }

  // Not in the dimension, which is a value without a context: this is said of hosts that are
  // chosen.
  private void warn(HostKey host) {
    context.warnOnce(
        "no-vcpus:" + host,
        () ->
            "The host "
                + host
                + " reports no VCPUs, so they do not bound what it takes. Mend what collects them.");
  }
}
