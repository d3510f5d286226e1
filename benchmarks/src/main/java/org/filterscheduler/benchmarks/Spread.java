package org.filterscheduler.benchmarks;

import java.util.Random;

/**
 * The workload 'spread': H hosts of 64 vCPUs, 262,144 MiB and 4,000 GiB, ratios 16.0, 1.5 and 1.0,
 * zones in turn. Eight live instances on each host and a base load drawn per host leave half of the
 * memory limit in use. Half of the requests name a zone.
 */
final class Spread {
  static final int LIVE_PER_HOST = 8;
  static final int REQUESTS = 1 << 16;
  static final int ZONES = 3;
  static final int VCPUS = 64;
  static final int RAM_MB = 262_144;
  static final int DISK_GB = 4_000;

  /** Per flavor: vCPUs, MiB of memory, GiB of disk. */
  static final int[][] FLAVORS = {
    {1, 512, 1}, {1, 2048, 20}, {2, 4096, 40}, {4, 8192, 80}, {8, 16384, 160}
  };

  // With 8 live instances of 3,072 MiB on average half of the limit, 393,216, or 95% of it.
  private static final int HALF_FULL = 170_312;
  private static final int NEARLY_FULL = 347_259;

  private static final double[] SHARE = {0.40, 0.30, 0.15, 0.10, 0.05};

  final int hosts;
  final int[] flavor = new int[REQUESTS];
  final int[] zone = new int[REQUESTS]; // -1: the request names none
  final int[] baseRam;
  final int[] baseDisk;

  Spread(int hosts, long seed) {
    this(hosts, seed, HALF_FULL);
  }

  private Spread(int hosts, long seed, int leastBaseRam) {
    this.hosts = hosts;
    Random random = new Random(seed);
    for (int i = 0; i < REQUESTS; i++) {
      flavor[i] = drawFlavor(random);
      zone[i] = random.nextBoolean() ? random.nextInt(ZONES) : -1;
    }
    baseRam = new int[hosts];
    baseDisk = new int[hosts];
    for (int h = 0; h < hosts; h++) {
      baseRam[h] = leastBaseRam + random.nextInt(3_441);
      baseDisk[h] = 990 + random.nextInt(21);
    }
  }

  /** Returns the same with a base load that leaves 95% of the memory limit in use. */
  static Spread nearlyFull(int hosts, long seed) {
    return new Spread(hosts, seed, NEARLY_FULL);
  }

  private static int drawFlavor(Random random) {
    double x = random.nextDouble();
    int f = 0;
    while (f < SHARE.length - 1 && x >= SHARE[f]) {
      x -= SHARE[f++];
    }
    return f;
  }

  /**
   * The instances alive at the start: number n runs on host n % hosts and has request n's flavor.
   */
  int initialInstances() {
    return hosts * LIVE_PER_HOST;
  }

  int initialFlavor(int n) {
    return flavor[n & (REQUESTS - 1)];
  }

  void fill(Engine engine) {
    for (int n = 0; n < initialInstances(); n++) {
      engine.book(n % hosts, initialFlavor(n), 1);
    }
  }
}
