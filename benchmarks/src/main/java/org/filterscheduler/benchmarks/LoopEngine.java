package org.filterscheduler.benchmarks;

import org.filterscheduler.benchmarks.LoopHosts.Host;
import org.filterscheduler.benchmarks.LoopHosts.Predicate;
import org.filterscheduler.benchmarks.LoopHosts.Request;

/**
 * What a user would write without a library: objects, ten predicates behind an interface, keep the
 * maximum. Equal weights go to the lower position.
 */
final class LoopEngine implements Engine {
  private final LoopHosts all;

  LoopEngine(Spread spread) {
    all = new LoopHosts(spread);
    spread.fill(this);
  }

  @Override
  public int place(int index) {
    Request r = all.requests[index];
    Host best = null;
    for (Host h : all.hosts) {
      boolean ok = true;
      for (Predicate p : all.predicates) {
        if (!p.passes(h, r)) {
          ok = false;
          break;
        }
      }
      if (ok && (best == null || h.ramFree > best.ramFree)) {
        best = h;
      }
    }
    return LoopHosts.take(best, r);
  }

  @Override
  public void book(int host, int flavor, int sign) {
    all.book(host, flavor, sign);
  }

  @Override
  public long[] books(int host) {
    return all.books(host);
  }
}
