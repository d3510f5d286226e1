package org.filterscheduler.filters;

import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** Rejects just the nodes that were tried; another node of the same host is another try. */
final class RetryFilter implements HostFilter {
  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    List<HostKey> tried = request.retry().map(Retry::hosts).orElse(List.of());
    if (tried.isEmpty()) {
      return HostCheck.everything();
    }
    return HostCheck.notOn(Set.copyOf(tried), Reason.of("already-tried", "tried", tried));
  }
}
