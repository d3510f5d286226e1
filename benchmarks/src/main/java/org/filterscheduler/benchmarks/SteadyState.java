package org.filterscheduler.benchmarks;

/** The steady state: places the next request, then releases the oldest instance. */
final class SteadyState {
  /** Nothing to do: what a benchmark has before its setup. */
  static final SteadyState NONE =
      new SteadyState(new Spread(0, 1), new FloorEngine(new Spread(0, 1)));

  private final Spread spread;
  private final Engine engine;
  private final int[] ringHost;
  private final byte[] ringFlavor;
  private int oldest;
  private int next;
  private long refused;
  private long steps;

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
    steps++;
    int r = next++ & (Spread.REQUESTS - 1);
    int host = engine.place(r);
    if (host < 0) {
      refused++;
      return host;
    }
    replaceOldest(r, host);
    return host;
  }

  private void replaceOldest(int r, int host) {
    engine.book(ringHost[oldest], ringFlavor[oldest], -1);
    ringHost[oldest] = host;
    ringFlavor[oldest] = (byte) spread.flavor[r];
    if (++oldest == ringHost.length) {
      oldest = 0;
    }
  }

  /** Places the next requests in one call, then releases as many; returns the hosts. */
  int[] batch(BatchEngine inBatches, int count) {
    int first = next;
    int[] hosts = inBatches.placeAll(first & (Spread.REQUESTS - 1), count);
    next += count;
    steps += count;
    for (int i = 0; i < count; i++) {
      if (hosts[i] < 0) {
        refused++;
      } else {
        replaceOldest((first + i) & (Spread.REQUESTS - 1), hosts[i]);
      }
    }
    return hosts;
  }

  long refused() {
    return refused;
  }

  /**
   * Ends the run, and prints the refusals where there were any.
   *
   * @throws IllegalStateException if there were, and none may be
   */
  void close(boolean mustPlaceAll) throws Exception {
    if (engine instanceof AutoCloseable closeable) {
      closeable.close();
    }
    if (mustPlaceAll && refused > 0) {
      throw new IllegalStateException(
          "refused (" + refused + ") must be 0: a refusal is no decision. Maybe add hosts.");
    }
    System.out.println("# refused: " + refused + " of " + steps);
  }
}
