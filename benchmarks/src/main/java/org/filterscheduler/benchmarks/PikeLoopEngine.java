package org.filterscheduler.benchmarks;

import org.filterscheduler.benchmarks.LoopHosts.Host;
import org.filterscheduler.benchmarks.LoopHosts.Predicate;
import org.filterscheduler.benchmarks.LoopHosts.Request;

/**
 * The loop that a user would write for Pike's default weighers: of the eight, memory, disk and
 * builds under way differ from host to host. One pass filters and finds the ranges, a second one
 * normalises and adds up as Nova does, in its order of operations.
 */
final class PikeLoopEngine implements Engine {
  private final LoopHosts all;
  private final Host[] passed;

  PikeLoopEngine(Spread spread) {
    all = new LoopHosts(spread);
    passed = new Host[spread.hosts];
    spread.fill(this);
  }

  /** The range of one weigher: 0 is the least there can be, as Nova has it for these three. */
  private static final class Range {
    private double low;
    private double high;

    /** Starts with the raw weight of the first host. */
    Range(double first) {
      low = Math.min(0, first);
      high = first;
    }

    void add(double raw) {
      low = raw < low ? raw : low;
      high = raw > high ? raw : high;
    }

    double normalise(double raw) {
      return low == high ? 0.0 : (raw - low) / (high - low);
    }
  }

  @Override
  public int place(int index) {
    Request r = all.requests[index];
    int count = filter(r);
    if (count < 2) {
      return LoopHosts.take(count == 0 ? null : passed[0], r);
    }
    Range ram = new Range(passed[0].ramFree);
    Range disk = new Range(passed[0].diskFree);
    Range builds = new Range(passed[0].builds);
    for (int i = 1; i < count; i++) {
      ram.add(passed[i].ramFree);
      disk.add(passed[i].diskFree);
      builds.add(passed[i].builds);
    }
    Host best = passed[0];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      Host h = passed[i];
      double weight = ram.normalise(h.ramFree);
      weight += disk.normalise(h.diskFree);
      weight += -1.0 * builds.normalise(h.builds);
      if (weight > most) {
        best = h;
        most = weight;
      }
    }
    return LoopHosts.take(best, r);
  }

  private int filter(Request r) {
    int count = 0;
    for (Host h : all.hosts) {
      boolean ok = true;
      for (Predicate p : all.predicates) {
        if (!p.passes(h, r)) {
          ok = false;
          break;
        }
      }
      if (ok) {
        passed[count++] = h;
      }
    }
    return count;
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
