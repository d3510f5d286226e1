package org.filterscheduler.filters;

import java.util.Map;
import java.util.Objects;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServiceState;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** Asks for an enabled service that is up; the inventory tells which are. */
final class ComputeFilter implements HostFilter {
  private static final HostCheck WORKING = new Working();

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    return WORKING;
  }

  /** Passes the hosts whose service works. */
  private record Working() implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      ServiceState service = host.service();
      return !service.disabled() && service.up() && !service.forcedDown();
    }

    @Override
    public Reason reason(HostDescription host) {
      ServiceState service = host.service();
      if (service.disabled()) {
        String why = Objects.requireNonNullElse(service.disabledReason(), "");
        return Reason.of("service-disabled", "disabled_reason", why);
      }
      return Reason.of("service-down", Map.of("forced_down", String.valueOf(service.forcedDown())));
    }
  }
}
