package org.filterscheduler.weighers;

import java.util.OptionalDouble;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;

/** Ranks hosts by a number of theirs, whatever the request. */
record FigureWeigher(HostMetric figure, double multiplier, OptionalDouble fixedMinimum)
    implements HostWeigher {
  static FigureWeigher of(HostMetric figure, double multiplier) {
    return new FigureWeigher(figure, multiplier, OptionalDouble.empty());
  }

  /**
   * Returns a weigher for which 0 is the least there can be, so that equal hosts are equally good.
   */
  static FigureWeigher fromZero(HostMetric figure, double multiplier) {
    return new FigureWeigher(figure, multiplier, OptionalDouble.of(0));
  }

  @Override
  public HostScore prepare(RequestSpec request, ClusterView cluster) {
    return figure;
  }
}
