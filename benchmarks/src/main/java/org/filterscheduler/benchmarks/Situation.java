package org.filterscheduler.benchmarks;

import java.util.Random;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.spi.HostFilter;

/** Clusters in which the hosts that look best are no good. */
enum Situation {
  /** Every second host has much memory and no disk. */
  RICH_WITHOUT_DISK("rich-without-disk") {
    @Override
    HostReport host(int h, Random random) {
      return h % 2 == 0 ? report(h, 0.3, FULL_DISK, random) : report(h, 0.5, 1_000, random);
    }
  },
  /** The zone that is asked for has the least memory. */
  FULLEST_ZONE("fullest-zone") {
    @Override
    HostReport host(int h, Random random) {
      return report(h, h % Spread.ZONES == 0 ? 0.8 : 0.4, 1_000, random);
    }

    @Override
    RequestSpec.Builder ask(RequestSpec.Builder request) {
      return request.availabilityZone("az0");
    }
  },
  /** Each host is out of memory or out of disk, but for one in a thousand. */
  RAM_OR_DISK("ram-or-disk") {
    @Override
    HostReport host(int h, Random random) {
      return h % ONE_FITS == ONE_FITS - 1
          ? report(h, 0.6, 1_000, random)
          : outOfSomething(h, random);
    }
  },
  /** A lambda that the engine knows nothing of rejects the best 90%. */
  LAMBDA("lambda") {
    @Override
    HostReport host(int h, Random random) {
      return report(h, h % 10 == 0 ? 0.5 : 0.3, 1_000, random);
    }

    @Override
    Cluster cluster(SchedulerConfiguration configuration) {
      int most = Spread.RAM_MB - Cluster.ramMb(0.4);
      HostFilter filter = HostFilter.of((host, request) -> host.freeMemoryMb() <= most);
      return Cluster.of(
          Rules.withFilter(configuration, "NotTheRichFilter"),
          Plugins.load().with(Cluster.provider("NotTheRichFilter", filter)));
    }
  },
  /** Each host is out of memory or out of disk. */
  REFUSALS("refusals") {
    @Override
    HostReport host(int h, Random random) {
      return outOfSomething(h, random);
    }
  };

  private static final int FULL_DISK = Spread.DISK_GB;
  private static final int ONE_FITS = 1_000;
  private static final int NOISE_MB = 256;

  private final String text;

  Situation(String text) {
    this.text = text;
  }

  static Situation of(String text) {
    for (Situation situation : values()) {
      if (situation.text.equals(text)) {
        return situation;
      }
    }
    throw new IllegalArgumentException("situation (" + text + ") is unknown.");
  }

  abstract HostReport host(int h, Random random);

  RequestSpec.Builder ask(RequestSpec.Builder request) {
    return request;
  }

  /** Returns the cluster, still without hosts. */
  Cluster cluster(SchedulerConfiguration configuration) {
    return Cluster.of(configuration, Plugins.load());
  }

  private static HostReport report(int h, double ramShare, int diskGb, Random random) {
    return Cluster.report(h, Cluster.ramMb(ramShare) - random.nextInt(NOISE_MB), diskGb).build();
  }

  /** Of the least flavor's 512 MiB, at most 256 are free. */
  private static HostReport outOfSomething(int h, Random random) {
    return random.nextBoolean() ? report(h, 1.0, 1_000, random) : report(h, 0.3, FULL_DISK, random);
  }
}
