package org.filterscheduler.conformance.promise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.jspecify.annotations.Nullable;

/** What many threads do to four hosts that are nearly full, with two groups. */
final class Workload {
  static final List<HostKey> HOSTS =
      List.of(HostKey.of("h0"), HostKey.of("h1"), HostKey.of("h2"), new HostKey("h3", "node"));
  private static final Flavor FLAVOR =
      Flavor.builder("m1").vcpus(1).memoryMb(1024).rootGb(10).swapMb(100).build();

  private final FilterScheduler scheduler;
  private final HostInventory inventory;
  private final SteppingClock clock;
  private final Map<String, RequestSpec> requests = new ConcurrentHashMap<>();
  private final List<String> recentClaims = new ArrayList<>(); // guarded by itself
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong sequences = new AtomicLong();

  Workload(FilterScheduler scheduler, SteppingClock clock) {
    this.scheduler = scheduler;
    this.inventory = scheduler.inventory();
    this.clock = clock;
    for (HostKey host : HOSTS) {
      inventory.report(report(host, sequences.incrementAndGet(), List.of()));
    }
    rack("r1", 1, Set.of("h0", "h1"));
    rack("r2", 2, Set.of("h2", "h3"));
  }

  private void rack(String rack, long id, Set<String> hosts) {
    inventory.change(
        new OperatorChange.AggregateSet(new Aggregate(id, rack, Map.of("rack", rack)), hosts));
  }

  /** Returns the requests for one instance, by the id of the claim that they ask for. */
  Map<String, RequestSpec> requests() {
    return requests;
  }

  /** Does one thing; a step that is refused is part of the workload. */
  void step(Random random) {
    try {
      int what = random.nextInt(100);
      if (what < 45) {
        schedule(random);
      } else if (what < 60) {
        report(random);
      } else if (what < 70) {
        inventory.confirm(someClaim(random));
      } else if (what < 88) {
        inventory.release(someClaim(random));
      } else {
        rareStep(random);
      }
    } catch (ClaimException e) {
      // a late confirm, a move of what was released: the code says so, nothing changed
    }
  }

  private void rareStep(Random random) {
    HostKey host = HOSTS.get(random.nextInt(HOSTS.size()));
    switch (random.nextInt(8)) {
      case 0 -> inventory.move(someClaim(random), host);
      case 1 -> inventory.renew(someClaim(random), Duration.ofMinutes(5));
      case 2, 3 -> clock.pass(Duration.ofMillis(random.nextInt(900)));
      case 4 -> inventory.change(new OperatorChange.ServiceDisabled(host.host(), "test"));
      case 5, 6 ->
          HOSTS.forEach(any -> inventory.change(new OperatorChange.ServiceEnabled(any.host())));
      default -> swapRacks(random);
    }
  }

  private void swapRacks(Random random) {
    boolean swapped = random.nextBoolean();
    rack("r1", 1, swapped ? Set.of("h0", "h2") : Set.of("h0", "h1"));
    rack("r2", 2, swapped ? Set.of("h1", "h3") : Set.of("h2", "h3"));
  }

  private void schedule(Random random) {
    RequestSpec request = request(random);
    if (scheduler.select(request).scheduled().isPresent()) {
      request.claimIds().forEach(id -> remember(id, random));
    }
  }

  private RequestSpec request(Random random) {
    int count = random.nextInt(10) == 0 ? 2 : 1;
    ServerGroup group = group(random);
    List<String> claims = new ArrayList<>();
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long id = ids.incrementAndGet();
      claims.add("c" + id);
      instances.add("i" + id);
      requests.put("c" + id, one("i" + id, group));
    }
    return one(instances.get(0), group).toBuilder()
        .claimIds(claims)
        .instanceUuids(instances)
        .numInstances(count)
        .build();
  }

  private static RequestSpec one(String instance, @Nullable ServerGroup group) {
    return RequestSpec.builder(FLAVOR).instanceUuid(instance).group(group).build();
  }

  private static @Nullable ServerGroup group(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> ServerGroup.builder("apart").policy("anti-affinity").build();
      case 1, 2 -> ServerGroup.builder("racks").policy("rack-anti-affinity").build();
      default -> null;
    };
  }

  private void remember(String claimId, Random random) {
    synchronized (recentClaims) {
      if (recentClaims.size() < 16) {
        recentClaims.add(claimId);
      } else {
        recentClaims.set(random.nextInt(16), claimId);
      }
    }
  }

  /** Mostly a claim that is active, sometimes one that may have ended. */
  private String someClaim(Random random) {
    List<Claim> active = inventory.claims();
    if (!active.isEmpty() && random.nextInt(4) > 0) {
      return active.get(random.nextInt(active.size())).id();
    }
    synchronized (recentClaims) {
      return recentClaims.isEmpty()
          ? "none"
          : recentClaims.get(random.nextInt(recentClaims.size()));
    }
  }

  /** Reports what some node has, sometimes late, sometimes again, sometimes not all of it. */
  private void report(Random random) {
    HostKey host = HOSTS.get(random.nextInt(HOSTS.size()));
    List<InstanceAllocation> listed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Claim claim : inventory.claims()) {
      if (claim.host().equals(host) && random.nextInt(4) > 0 && seen.add(claim.instanceUuid())) {
        listed.add(listing(claim));
      }
    }
    long late = random.nextInt(5) == 0 ? random.nextInt(20) : 0;
    HostReport report = report(host, sequences.incrementAndGet() - late, listed);
    inventory.report(report);
    if (random.nextInt(5) == 0) {
      inventory.report(report);
    }
  }

  private static InstanceAllocation listing(Claim claim) {
    return new InstanceAllocation(
        claim.instanceUuid(), claim.id(), claim.flavorId().orElse(null), claim.resources());
  }

  /** A node for which three instances nearly fill the memory. */
  static HostReport report(HostKey host, long sequence, List<InstanceAllocation> listed) {
    HostReport.Builder report =
        HostReport.builder(host)
            .boot("boot")
            .sequence(Math.max(0, sequence))
            .total(ResourceClass.VCPU, 4)
            .total(ResourceClass.MEMORY_MB, 3500)
            .total(ResourceClass.DISK_MB, 40 * 1024)
            .allocationRatio(ResourceClass.MEMORY_MB, 1.0)
            .instances(listed);
    for (ResourceClass resource : FLAVOR_AMOUNTS.keySet()) {
      long used =
          listed.stream().mapToLong(one -> one.resources().getOrDefault(resource, 0L)).sum();
      report.used(resource, used);
    }
    return report.build();
  }

  private static final Map<ResourceClass, Long> FLAVOR_AMOUNTS =
      RequestSpec.builder(FLAVOR).instanceUuid("any").build().resources();

  /** Gives everything back, and has every node report that it has nothing. */
  void end() {
    for (Claim claim : inventory.claims()) {
      inventory.release(claim.id());
    }
    for (HostKey host : HOSTS) {
      inventory.report(report(host, sequences.addAndGet(100), List.of()));
    }
  }
}
