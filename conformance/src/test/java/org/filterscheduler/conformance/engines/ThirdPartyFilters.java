package org.filterscheduler.conformance.engines;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;
import org.filterscheduler.spi.ResourceBooking;
import org.filterscheduler.spi.StateCheck;

/** Filters of a third party: every kind of check, and some that break their contract. */
final class ThirdPartyFilters {
  private static final FilterTraits ON_REBUILD = new FilterTraits(false, true);

  /** A provider of one filter. */
  record Provider(
      String name,
      FilterTraits traits,
      List<CapacityDimension> dimensions,
      List<ResourceBooking<?>> bookings,
      HostFilter filter)
      implements HostFilterProvider, HostFilter {
    Provider(String name, HostFilter filter) {
      this(name, FilterTraits.DEFAULT, List.of(), List.of(), filter);
    }

    Provider(String name, CapacityDimension dimension, HostFilter filter) {
      this(name, FilterTraits.DEFAULT, List.of(dimension), List.of(), filter);
    }

    @Override
    public HostFilter create(PluginContext context) {
      return this;
    }

    @Override
    public HostCheck prepare(RequestSpec request, ClusterView cluster) {
      return filter.prepare(request, cluster);
    }
  }

  static final List<Provider> SOUND =
      List.of(
          new Provider("TierFilter", (request, cluster) -> tier(request)),
          new Provider("VersionFilter", (request, cluster) -> version(request)),
          new Provider("GpuFilter", new Checks.FreeGpus(), (request, cluster) -> gpus(request)),
          new Provider(
              "BoundlessFilter", new Checks.Boundless(), (request, cluster) -> gb(request)),
          new Provider("OnFilter", (request, cluster) -> on(request)),
          new Provider("CalmFilter", HostFilter.of(ThirdPartyFilters::isCalm)),
          new Provider("AllFilter", new Checks.Room(7), (request, cluster) -> all(request)),
          new Provider("LimitsFilter", (request, cluster) -> limits(HostCheck.everything())),
          new Provider(
              "OnceFilter",
              FilterTraits.ONCE_PER_REQUEST,
              List.of(new Checks.Room(5)),
              List.of(),
              (request, cluster) -> limits(new CapacityCheck(new Checks.Room(5), 1))),
          new Provider(
              "OnceStateFilter",
              FilterTraits.ONCE_PER_REQUEST,
              List.of(),
              List.of(),
              HostFilter.of((host, request) -> host.usage().numInstances() < 6)),
          new Provider(
              "RebuildFilter",
              ON_REBUILD,
              List.of(),
              List.of(),
              (request, cluster) -> new Checks.VersionAtLeast(1)),
          new Provider("NeverFilter", (request, cluster) -> never(request)),
          new Provider("ClockFilter", (request, cluster) -> clock(cluster)),
          new Provider("NearFilter", ThirdPartyFilters::near));

  static final List<Provider> UNSOUND =
      List.of(
          new Provider("ThrowingFilter", HostFilter.of((host, request) -> throwOnOdd(host))),
          new Provider("ThrowingCheckFilter", (request, cluster) -> new Checks.NotOnOdd(3)),
          new Provider(
              "NoNumberFilter",
              new Checks.Unsound(false),
              (request, cluster) -> new CapacityCheck(new Checks.Unsound(false), 1)),
          new Provider(
              "ThrowingNumberFilter",
              new Checks.Unsound(true),
              (request, cluster) -> new CapacityCheck(new Checks.Unsound(true), 1.5)),
          new Provider(
              "ThrowingPrepareFilter",
              (request, cluster) -> {
                throwIf(request.numInstances() > 1);
                return HostCheck.everything();
              }),
          new Provider(
              "ThrowingLimitsFilter",
              (request, cluster) ->
                  HostCheck.everything().withLimits((host, out) -> throwIf(Checks.isOdd(host)))),
          new Provider("ThrowingReasonFilter", (request, cluster) -> new Unreasonable()));

  /** A filter that does nothing but bring slots. */
  static final Provider SLOTS =
      new Provider(
          "SlotFilter",
          FilterTraits.DEFAULT,
          List.of(),
          List.of(new Slots()),
          (request, cluster) -> HostCheck.everything());

  private ThirdPartyFilters() {}

  static HostCheck tier(RequestSpec request) {
    return request.hint("tier").isEmpty()
        ? HostCheck.everything()
        : new Checks.Tier(request.hint("tier").get(0));
  }

  private static HostCheck version(RequestSpec request) {
    String version = request.flavor().extraSpecs().get("version");
    return version == null
        ? HostCheck.everything()
        : new Checks.VersionAtLeast(Long.parseLong(version));
  }

  private static HostCheck gpus(RequestSpec request) {
    Long wanted = request.resources().get(Node.GPU);
    return wanted == null
        ? HostCheck.everything()
        : new CapacityCheck(new Checks.FreeGpus(), wanted)
            .withLimits((host, out) -> out.text("gpus", String.valueOf(host.free(Node.GPU))));
  }

  private static HostCheck gb(RequestSpec request) {
    return new CapacityCheck(new Checks.Boundless(), request.flavor().memoryMb() / 1000.0);
  }

  private static Set<HostKey> hosts(List<String> names) {
    Set<HostKey> hosts = new TreeSet<>();
    names.forEach(name -> hosts.add(Node.key(name)));
    return hosts;
  }

  private static HostCheck on(RequestSpec request) {
    List<String> only = request.hint("on");
    HostCheck notOn = HostCheck.notOn(hosts(request.hint("not-on")), Reason.of("unwanted"));
    return only.isEmpty()
        ? notOn
        : HostCheck.all(HostCheck.on(hosts(only), Reason.of("elsewhere")), notOn);
  }

  private static boolean isCalm(HostState host, RequestSpec request) {
    return host.usage().numIoOps() < 3 + request.flavor().vcpus();
  }

  private static HostCheck all(RequestSpec request) {
    StateCheck few = host -> host.usage().failedBuilds() < 3;
    return limits(
        HostCheck.all(
            tier(request),
            limits(few),
            new CapacityCheck(new Checks.Room(7), request.numInstances()),
            HostCheck.notOn(hosts(request.hint("not-on")), Reason.of("unwanted"))));
  }

  private static HostCheck limits(HostCheck check) {
    return check.withLimits(
        (host, out) ->
            out.amount("memory_mb", host.freeMemoryMb() / 3.0)
                .text("seen", String.valueOf(host.usage().numInstances())));
  }

  private static HostCheck never(RequestSpec request) {
    return request.hint("never").isEmpty()
        ? HostCheck.everything()
        : HostCheck.nothing(Reason.of("never"));
  }

  /** Another check at each hour of its day. */
  private static HostCheck clock(ClusterView cluster) {
    return new Checks.VersionAtLeast(cluster.now().getEpochSecond() / 40 % 3);
  }

  /** Wants the hosts of another instance, where they are known, with all their nodes. */
  private static HostCheck near(RequestSpec request, ClusterView cluster) {
    Set<HostKey> near = new TreeSet<>();
    for (String instance : request.hint("near")) {
      for (HostKey key : cluster.hostsOf(instance)) {
        near.addAll(cluster.nodesOf(key.host()));
      }
    }
    return near.isEmpty() ? HostCheck.everything() : HostCheck.on(near, Reason.of("far"));
  }

  private static boolean throwOnOdd(HostState host) {
    throwIf(Checks.isOdd(host));
    return host.usage().numInstances() < 9;
  }

  static void throwIf(boolean fault) {
    if (fault) {
      throw new IllegalStateException("odd");
    }
  }

  /** Rejects odd hosts, and cannot say why. */
  private record Unreasonable() implements StateCheck {
    @Override
    public boolean test(HostState host) {
      return !Checks.isOdd(host);
    }

    @Override
    public Reason reason(HostState host) {
      throw new IllegalStateException("no reason");
    }
  }

  /** Returns the names of filters. */
  static List<String> names(List<Provider> providers) {
    return providers.stream().map(Provider::name).toList();
  }
}
