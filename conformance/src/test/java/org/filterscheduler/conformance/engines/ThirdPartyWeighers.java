package org.filterscheduler.conformance.engines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;
import org.filterscheduler.spi.RequestScore;
import org.filterscheduler.spi.SparseScore;

/** Weighers of a third party: every kind of score, and some that break their contract. */
final class ThirdPartyWeighers {
  /** Numbers of the host alone. */
  enum Metric implements HostMetric {
    /** Beyond what a difference of two doubles can say. */
    HUGE {
      @Override
      public double value(HostState host) {
        double[] values = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e300, 0};
        return values[(int) (host.description().hypervisorVersion() % values.length)];
      }
    },
    /** Negative, zero (both of them) and fractional. */
    SIGNED {
      @Override
      public double value(HostState host) {
        return (host.usage().numInstances() - host.usage().numIoOps()) * -0.1;
      }
    },
    /** The same everywhere. */
    FLAT {
      @Override
      public double value(HostState host) {
        return 42;
      }
    },
    /** Few different whole numbers. */
    COARSE {
      @Override
      public double value(HostState host) {
        return Math.min(host.usage().numInstances() / 3, 2);
      }
    },
    /** Whole numbers that are too large for exact sums. */
    WIDE {
      @Override
      public double value(HostState host) {
        return (1L << 52) + host.freeMemoryMb();
      }
    },
    /** So small that halves vanish. */
    TINY {
      @Override
      public double value(HostState host) {
        return host.usage().numInstances() * Double.MIN_VALUE;
      }
    },
    /** Not finite on some hosts, which is a fault. */
    FAULTY {
      @Override
      public double value(HostState host) {
        return Checks.isOdd(host)
            ? Double.NaN
            : host.description().hypervisorVersion() == 3
                ? Double.POSITIVE_INFINITY
                : host.freeMemoryMb();
      }
    },
    /** Throws on some hosts. */
    THROWING {
      @Override
      public double value(HostState host) {
        ThirdPartyFilters.throwIf(Checks.isOdd(host));
        return host.freeDiskMb();
      }
    }
  }

  /** How a score is made. */
  @FunctionalInterface
  interface Preparation {
    HostScore prepare(RequestSpec request, ClusterView cluster);
  }

  /** A provider of one weigher. */
  record Provider(String name, OptionalDouble minimum, Preparation preparation)
      implements HostWeigherProvider {
    Provider(String name, Preparation preparation) {
      this(name, OptionalDouble.empty(), preparation);
    }

    private OptionSpec<Double> multiplier() {
      return OptionSpec.number("weighers." + name + ".multiplier", 1.0);
    }

    @Override
    public List<OptionSpec<?>> options() {
      return List.of(multiplier());
    }

    @Override
    public HostWeigher create(PluginContext context) {
      return new Weigher(context.option(multiplier()), minimum, preparation);
    }
  }

  private record Weigher(double multiplier, OptionalDouble fixedMinimum, Preparation preparation)
      implements HostWeigher {
    @Override
    public HostScore prepare(RequestSpec request, ClusterView cluster) {
      return preparation.prepare(request, cluster);
    }
  }

  static final List<Provider> SOUND =
      List.of(
          metric("HugeWeigher", Metric.HUGE),
          metric("SignedWeigher", Metric.SIGNED),
          metric("FlatWeigher", Metric.FLAT),
          metric("CoarseWeigher", Metric.COARSE),
          metric("WideWeigher", Metric.WIDE),
          metric("TinyWeigher", Metric.TINY),
          new Provider(
              "FloorWeigher", OptionalDouble.of(-2.5), (request, cluster) -> Metric.COARSE),
          new Provider(
              "HighFloorWeigher", OptionalDouble.of(3), (request, cluster) -> Metric.SIGNED),
          new Provider("NearWeigher", (request, cluster) -> near(request, 1.0)),
          new Provider("FarWeigher", OptionalDouble.of(0), (request, cluster) -> near(request, -7)),
          new Provider(
              "RequestWeigher", (request, cluster) -> (RequestScore) host -> fit(host, request)),
          new Provider("SilentWeigher", (request, cluster) -> HostScore.none()));

  static final List<Provider> UNSOUND =
      List.of(
          metric("FaultyWeigher", Metric.FAULTY),
          metric("ThrowingWeigher", Metric.THROWING),
          new Provider("InfiniteNearWeigher", (request, cluster) -> infinitelyNear(request)),
          new Provider(
              "BrokenWeigher",
              (request, cluster) -> {
                ThirdPartyFilters.throwIf(request.numInstances() > 1);
                return Metric.COARSE;
              }),
          new Provider(
              "ThrowingScoreWeigher",
              (request, cluster) ->
                  (RequestScore)
                      host -> {
                        ThirdPartyFilters.throwIf(Checks.isOdd(host));
                        return 1;
                      }));

  private ThirdPartyWeighers() {}

  private static Provider metric(String name, Metric metric) {
    return new Provider(name, (request, cluster) -> metric);
  }

  private static SparseScore near(RequestSpec request, double weight) {
    Map<HostKey, Double> values = new HashMap<>();
    request.hint("liked").forEach(name -> values.put(Node.key(name), weight));
    return new SparseScore(values, 0.5);
  }

  /** No number for some of the hosts, and different ones for the others. */
  private static SparseScore infinitelyNear(RequestSpec request) {
    Map<HostKey, Double> values = new HashMap<>();
    for (String name : request.hint("liked")) {
      double value = values.size() % 2 == 0 ? Double.POSITIVE_INFINITY : values.size();
      values.put(Node.key(name), value);
    }
    return new SparseScore(values, 0.5);
  }

  private static double fit(HostState host, RequestSpec request) {
    return host.freeMemoryMb() / 1024 % (1 + request.flavor().vcpus());
  }

  /** Returns the names of weighers. */
  static List<String> names(List<Provider> providers) {
    return providers.stream().map(Provider::name).toList();
  }
}
