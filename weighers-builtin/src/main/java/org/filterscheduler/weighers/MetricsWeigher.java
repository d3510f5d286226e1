package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.jspecify.annotations.Nullable;

/**
 * The weighted sum of what a host measured.
 *
 * @param ratios the metrics and what they count for, in order: sums of doubles depend on it
 * @param required whether a missing metric is a fault
 * @param weightOfUnavailable the raw weight of a host that lacks a metric which would count
 * @param multiplier what the weigher counts for; with 0, no metric would
 */
record MetricsWeigher(
    List<MetricRatio> ratios, boolean required, double weightOfUnavailable, double multiplier)
    implements HostWeigher, HostMetric {
  MetricsWeigher {
    ratios = List.copyOf(ratios);
  }

  @Override
  public HostScore prepare(RequestSpec request, ClusterView cluster) {
    return ratios.isEmpty() ? HostScore.none() : this;
  }

  @Override
  public double value(HostState host) {
    double sum = 0;
    for (MetricRatio entry : ratios) {
      @Nullable Long value = host.usage().metrics().get(entry.metric());
      if (value != null) {
        sum += value * entry.ratio();
      } else if (required) {
        throw missing(host, entry);
      } else if (entry.ratio() * multiplier != 0) {
        return weightOfUnavailable;
      }
    }
    return sum;
  }

  private static IllegalStateException missing(HostState host, MetricRatio entry) {
    return new IllegalStateException(
        "The metric ("
            + entry.metric()
            + ") of host ("
            + host.key().host()
            + "), node ("
            + host.key().node()
            + ") must be reported, since metrics.required is true. Maybe set it to false.");
  }
}
