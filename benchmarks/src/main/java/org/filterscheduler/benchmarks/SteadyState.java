package org.filterscheduler.benchmarks;

/** The steady state: places the next request, then releases the oldest instance. */
final class SteadyState {
  private final Spread spread;
  private final Engine engine;
  private final int[] ringHost;
  private final byte[] ringFlavor;
  private int oldest;
  private int next;
  private long refused;

  SteadyState(Spread spread, Engine engine) {
    this.spread = spread;
    this.engine = engine;
    ringHost = new int[spread.initialInstances()];
    ringFlavor = new byte[spread.initialInstances()];
    for (int n = 0; n < ringHost.length; n++) {
      ringHost[n] = n % spread.hosts;
      ringFlavor[n] = (byte) spread.initialFlavor(n);
    }
  }

  /** Returns the position of the host that the next request got, or -1. */
  int step() {
    int r = next++ & (Spread.REQUESTS - 1);
    int host = engine.place(r);
    if (host < 0) {
      refused++;
      return host;
    }
    engine.book(ringHost[oldest], ringFlavor[oldest], -1);
    ringHost[oldest] = host;
    ringFlavor[oldest] = (byte) spread.flavor[r];
    if (++oldest == ringHost.length) {
      oldest = 0;
    }
    return host;
  }

  long refused() {
    return refused;
  }
}
