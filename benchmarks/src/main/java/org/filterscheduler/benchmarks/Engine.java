package org.filterscheduler.benchmarks;

/** Something that places the instances of a workload; hosts are known by their position. */
interface Engine {
  /** Selects and claims for request r; the position of the host, or -1. */
  int place(int r);

  /**
   * Books an instance of a flavor on a host (sign 1), or releases the oldest, which is that (-1).
   */
  void book(int host, int flavor, int sign);

  /** Returns the free MiB of memory, the free GiB of disk and the used vCPUs of a host. */
  long[] books(int host);
}
