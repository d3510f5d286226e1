package org.filterscheduler.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.PluginContext;

/** A scheduler of this library with hosts to decide among, all of the size that 'spread' has. */
final class Cluster {
  /** Per flavor of 'spread'. */
  static final List<Flavor> FLAVORS = flavors();

  private static final int RAM_LIMIT_MB = Spread.RAM_MB * 3 / 2;

  private final FilterScheduler scheduler;
  private final HostInventory inventory;
  private final List<HostKey> keys = new ArrayList<>();
  private int aggregates;

  Cluster(FilterScheduler scheduler) {
    this.scheduler = scheduler;
    inventory = scheduler.inventory();
  }

  /** Returns a cluster without hosts, on the system's clock. */
  static Cluster of(SchedulerConfiguration configuration, Plugins plugins) {
    return new Cluster(
        Schedulers.builder()
            .configuration(configuration)
            .plugins(plugins)
            .clock(InstantSource.system())
            .build());
  }

  private static List<Flavor> flavors() {
    List<Flavor> flavors = new ArrayList<>();
    for (int[] size : Spread.FLAVORS) {
      flavors.add(
          Flavor.builder("flavor-" + flavors.size())
              .vcpus(size[0])
              .memoryMb(size[1])
              .rootGb(size[2])
              .build());
    }
    return List.copyOf(flavors);
  }

  /** Returns a plug-in of a filter that is there already. */
  static HostFilterProvider provider(String name, HostFilter filter) {
    return new HostFilterProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public HostFilter create(PluginContext context) {
        return filter;
      }
    };
  }

  /** Returns a plug-in of a weigher that is there already. */
  static HostWeigherProvider provider(String name, HostWeigher weigher) {
    return new HostWeigherProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public HostWeigher create(PluginContext context) {
        return weigher;
      }
    };
  }

  FilterScheduler scheduler() {
    return scheduler;
  }

  HostInventory inventory() {
    return inventory;
  }

  HostKey key(int host) {
    return keys.get(host);
  }

  /** Starts the report of a host, whose instances are not in these figures. */
  static HostReport.Builder report(int host, int ramUsedMb, int diskUsedGb) {
    return HostReport.builder(HostKey.of("host-" + host))
        .total(ResourceClass.VCPU, Spread.VCPUS)
        .total(ResourceClass.MEMORY_MB, Spread.RAM_MB)
        .total(ResourceClass.DISK_MB, 1024L * Spread.DISK_GB)
        .used(ResourceClass.MEMORY_MB, ramUsedMb)
        .used(ResourceClass.DISK_MB, 1024L * diskUsedGb);
  }

  /** Returns the MiB of a share of what may be promised of a host's memory. */
  static int ramMb(double share) {
    return (int) (share * RAM_LIMIT_MB);
  }

  /** Adds a host. */
  void add(HostReport report) {
    keys.add(report.key());
    inventory.report(report);
  }

  /** Puts every so-many-eth host into the same aggregate, which has one entry of metadata. */
  void aggregates(String key, String prefix, int count) {
    for (int n = 0; n < count; n++) {
      Set<String> hosts = new HashSet<>();
      for (int h = n; h < keys.size(); h += count) {
        hosts.add(keys.get(h).host());
      }
      Aggregate aggregate = new Aggregate(aggregates++, "", Map.of(key, prefix + n));
      inventory.change(new OperatorChange.AggregateSet(aggregate, hosts));
    }
  }

  /** Zones in turn, as 'spread' has them. */
  void zones() {
    aggregates("availability_zone", "az", Spread.ZONES);
  }

  /** Adds the hosts of a workload, and its zones. */
  void addAll(Spread spread) {
    for (int h = 0; h < spread.hosts; h++) {
      add(report(h, spread.baseRam[h], spread.baseDisk[h]).build());
    }
    zones();
  }

  /** Returns the requests of a workload. */
  static RequestSpec[] requests(Spread spread) {
    RequestSpec[] requests = new RequestSpec[Spread.REQUESTS];
    for (int r = 0; r < requests.length; r++) {
      requests[r] =
          RequestSpec.builder(FLAVORS.get(spread.flavor[r]))
              .instanceUuid("instance-" + r)
              .availabilityZone(spread.zone[r] < 0 ? null : "az" + spread.zone[r])
              .build();
    }
    return requests;
  }

  /** Returns the request of an instance that is there from the start. */
  static RequestSpec initial(int n, int flavor) {
    return RequestSpec.builder(FLAVORS.get(flavor)).instanceUuid("initial-" + n).build();
  }

  /** Books an instance on a host without a decision; returns the id of the claim. */
  String claim(int host, RequestSpec request) {
    String id = "claim-" + request.instanceUuid();
    Claim.Builder claim =
        Claim.builder(id, request.instanceUuid(), keys.get(host)).resources(request.resources());
    request.group().ifPresent(group -> claim.groupId(group.id()));
    inventory.claim(claim.build());
    return id;
  }

  /** Selects; returns the id of the claim. */
  String select(RequestSpec request) {
    SchedulingResult result = scheduler.select(request);
    return result
        .scheduled()
        .orElseThrow(() -> new IllegalStateException(result.message()))
        .first()
        .claim()
        .orElseThrow()
        .id();
  }
}
