package org.filterscheduler.benchmarks;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.Selection;
import org.filterscheduler.core.Schedulers;

/** This library, as its users use it: reports, the standard filters, select, release. */
final class LibraryEngine implements Engine {
  private final HostInventory inventory;
  private final FilterScheduler scheduler;
  private final List<HostKey> keys = new ArrayList<>();
  private final Map<HostKey, Integer> positions = new HashMap<>();
  private final RequestSpec[] requests = new RequestSpec[Spread.REQUESTS];
  private final Queue<String> claims = new ArrayDeque<>(); // the oldest first
  private final int alternates;
  private int made;
  private int alternatesSeen;

  private LibraryEngine(Spread spread, FilterScheduler scheduler, int alternates) {
    this.scheduler = scheduler;
    this.alternates = alternates;
    inventory = scheduler.inventory();
    for (int h = 0; h < spread.hosts; h++) {
      register(h, spread);
    }
    for (int zone = 0; zone < Spread.ZONES; zone++) {
      inventory.change(zone(zone));
    }
    for (int r = 0; r < requests.length; r++) {
      requests[r] = request(r, spread);
    }
    spread.fill(this);
  }

  /** Returns this library on the system's clock. */
  static LibraryEngine of(Workload workload, String engine, Spread spread) {
    return of(workload, engine, spread, InstantSource.system());
  }

  static LibraryEngine of(Workload workload, String engine, Spread spread, InstantSource clock) {
    FilterScheduler scheduler =
        Schedulers.builder().configuration(workload.configuration(engine)).clock(clock).build();
    return new LibraryEngine(spread, scheduler, workload.alternates());
  }

  private void register(int h, Spread spread) {
    HostKey key = HostKey.of("host-" + h);
    keys.add(key);
    positions.put(key, h);
    inventory.report(
        HostReport.builder(key)
            .total(ResourceClass.VCPU, Spread.VCPUS)
            .total(ResourceClass.MEMORY_MB, Spread.RAM_MB)
            .total(ResourceClass.DISK_MB, 1024L * Spread.DISK_GB)
            .used(ResourceClass.MEMORY_MB, spread.baseRam[h])
            .used(ResourceClass.DISK_MB, 1024L * spread.baseDisk[h])
            .build());
  }

  private OperatorChange zone(int zone) {
    Set<String> hosts = new HashSet<>();
    for (int h = zone; h < keys.size(); h += Spread.ZONES) {
      hosts.add(keys.get(h).host());
    }
    Aggregate aggregate = new Aggregate(zone, "", Map.of("availability_zone", "az" + zone));
    return new OperatorChange.AggregateSet(aggregate, hosts);
  }

  private static Flavor flavor(int f) {
    int[] size = Spread.FLAVORS[f];
    return Flavor.builder("flavor-" + f).vcpus(size[0]).memoryMb(size[1]).rootGb(size[2]).build();
  }

  private static RequestSpec request(int r, Spread spread) {
    return RequestSpec.builder(flavor(spread.flavor[r]))
        .instanceUuid("instance-" + r)
        .availabilityZone(spread.zone[r] < 0 ? null : "az" + spread.zone[r])
        .build();
  }

  @Override
  public int place(int r) {
    return scheduler.select(requests[r]).scheduled().map(s -> placed(s.first())).orElse(-1);
  }

  private int placed(Selection selection) {
    claims.add(selection.claim().orElseThrow().id());
    if (alternates > 0) {
      alternatesSeen += selection.alternates(alternates).size();
    }
    return Objects.requireNonNull(positions.get(selection.host()));
  }

  @Override
  public void book(int host, int flavor, int sign) {
    if (sign < 0) {
      inventory.release(claims.remove());
      return;
    }
    String id = "initial-" + made++;
    inventory.claim(
        Claim.builder(id, id, keys.get(host))
            .resources(RequestSpec.builder(flavor(flavor)).instanceUuid(id).build().resources())
            .build());
    claims.add(id);
  }

  /** Returns how many alternates were read in all. */
  int alternatesSeen() {
    return alternatesSeen;
  }

  @Override
  public long[] books(int host) {
    HostState state = inventory.snapshot().host(keys.get(host)).orElseThrow();
    return new long[] {state.freeMemoryMb(), state.freeDiskMb() / 1024, state.vcpusUsed()};
  }
}
