package org.filterscheduler.benchmarks;

import java.util.Arrays;

/**
 * A bare tournament tree over primitive arrays with the same answers: no SPI, no request object, no
 * result, no claim record. Nothing exact can be expected to be faster by much; it is a yardstick,
 * not a rival.
 */
final class FloorEngine implements Engine {
  private final Spread spread;
  private final int base; // first leaf
  private final int[] ram; // most free RAM below a node; for equal hosts also its headroom
  private final int[] disk; // most free disk
  private final int[] cpu; // most free vCPUs, after the ratio
  private final byte[] zones; // bit per zone present
  private int bestRam;
  private int bestHost;
  private int needRam;
  private int needDisk;
  private int needCpu;
  private int needZones;

  FloorEngine(Spread spread) {
    this.spread = spread;
    int size = Integer.highestOneBit(Math.max(2, spread.hosts - 1)) << 1;
    base = size;
    ram = new int[2 * size];
    disk = new int[2 * size];
    cpu = new int[2 * size];
    zones = new byte[2 * size];
    Arrays.fill(ram, Integer.MIN_VALUE);
    for (int h = 0; h < spread.hosts; h++) {
      ram[base + h] = Spread.RAM_MB - spread.baseRam[h];
      disk[base + h] = Spread.DISK_GB - spread.baseDisk[h];
      cpu[base + h] = 16 * Spread.VCPUS;
      zones[base + h] = (byte) (1 << h % Spread.ZONES);
    }
    for (int n = base - 1; n > 0; n--) {
      pull(n);
      zones[n] = (byte) (zones[2 * n] | zones[2 * n + 1]);
    }
    spread.fill(this);
  }

  @SuppressWarnings("ShortCircuitBoolean") // one branch, not three: this is the floor
  private boolean pull(int n) {
    int l = 2 * n;
    int newRam = Math.max(ram[l], ram[l + 1]);
    int newDisk = Math.max(disk[l], disk[l + 1]);
    int newCpu = Math.max(cpu[l], cpu[l + 1]);
    boolean changed = newRam != ram[n] | newDisk != disk[n] | newCpu != cpu[n];
    ram[n] = newRam;
    disk[n] = newDisk;
    cpu[n] = newCpu;
    return changed;
  }

  @Override
  public int place(int index) {
    int[] f = Spread.FLAVORS[spread.flavor[index]];
    needCpu = f[0];
    needRam = f[1] - Spread.RAM_MB / 2; // free RAM may fall to minus half of the total
    needDisk = f[2];
    needZones = spread.zone[index] < 0 ? 7 : 1 << spread.zone[index];
    bestRam = Integer.MIN_VALUE;
    bestHost = -1;
    search(1, 0, base);
    if (bestHost >= 0) {
      book(bestHost, spread.flavor[index], 1);
    }
    return bestHost;
  }

  /** Looks below node n, whose leaves are the hosts from low to low + width - 1. */
  private void search(int n, int low, int width) {
    if (ram[n] < bestRam || (ram[n] == bestRam && low > bestHost)) {
      return;
    }
    if (ram[n] < needRam || disk[n] < needDisk || cpu[n] < needCpu || (zones[n] & needZones) == 0) {
      return;
    }
    if (width == 1) {
      bestRam = ram[n];
      bestHost = low;
      return;
    }
    int half = width >> 1;
    int l = 2 * n;
    if (ram[l] >= ram[l + 1]) {
      search(l, low, half);
      search(l + 1, low + half, half);
    } else {
      search(l + 1, low + half, half);
      search(l, low, half);
    }
  }

  @Override
  public void book(int host, int flavor, int sign) {
    int[] f = Spread.FLAVORS[flavor];
    int n = base + host;
    cpu[n] -= sign * f[0];
    ram[n] -= sign * f[1];
    disk[n] -= sign * f[2];
    n >>= 1;
    while (n > 0 && pull(n)) {
      n >>= 1;
    }
  }

  @Override
  public long[] books(int host) {
    return new long[] {ram[base + host], disk[base + host], 16 * Spread.VCPUS - cpu[base + host]};
  }
}
