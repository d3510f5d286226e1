package org.filterscheduler.stress;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/**
 * A small cloud for one race: hosts that have places, and instances that take one place each. What
 * happens is told as a short text, for outcomes that can be read.
 */
final class Cloud {
  static final HostKey A = HostKey.of("a");
  static final HostKey B = HostKey.of("b");

  // One place is this much of each class; nothing of it is overcommitted into a second place.
  private static final long MEMORY_MB = 1024;
  private static final long DISK_MB = 1024;
  private static final Flavor FLAVOR =
      Flavor.builder("one-place").vcpus(1).memoryMb(MEMORY_MB).rootGb(1).build();
  private static final Map<ResourceClass, Long> PLACE =
      Map.of(
          ResourceClass.VCPU, 1L,
          ResourceClass.MEMORY_MB, MEMORY_MB,
          ResourceClass.DISK_MB, DISK_MB);

  // Time stands still: nothing expires or goes down by itself.
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Plugins PLUGINS = Plugins.load();
  private static final SchedulerConfiguration STANDARD =
      SchedulerConfiguration.defaults().with("ram-allocation-ratio", 1.0);
  private static final SchedulerConfiguration PLAIN = STANDARD.with("engine", "plain");

  /** The events in the order in which they were journalled. */
  final List<InventoryEvent> journal = Collections.synchronizedList(new ArrayList<>());

  private volatile Runnable beforeNextEvents = () -> {};

  final HostInventory inventory = parts().journal(this::append).buildInventory();

  private void append(List<InventoryEvent> events) {
    beforeNextEvents.run();
    journal.addAll(events);
  }

  /** Has the next writer stop in the journal, which keeps all other writers out. */
  void stopInJournal(CountDownLatch inside, CountDownLatch mayGoOn) {
    beforeNextEvents =
        () -> {
          inside.countDown();
          try {
            mayGoOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted in the journal", e);
          }
        };
  }

  private static Schedulers.Builder parts() {
    return Schedulers.builder().configuration(STANDARD).clock(CLOCK).plugins(PLUGINS);
  }

  /** Makes a cloud in which some hosts have so many places each. */
  static Cloud of(int places, HostKey... hosts) {
    Cloud cloud = new Cloud();
    for (HostKey host : hosts) {
      cloud.report(host, 1, places);
    }
    return cloud;
  }

  /** Makes a scheduler on the inventory, with the engine that is the default. */
  FilterScheduler scheduler() {
    return parts().build(inventory);
  }

  /** Makes a scheduler on the inventory that has no shortcuts. */
  FilterScheduler plainScheduler() {
    return parts().configuration(PLAIN).build(inventory);
  }

  /** Makes an inventory that repeats what was journalled. */
  HostInventory replayed() {
    HostInventory standby = parts().buildInventory();
    journal.forEach(standby::apply);
    return standby;
  }

  // ---- what is done

  /** Reports a host of so many places and the instances on it, each by the id of its claim. */
  String report(HostKey host, long sequence, int places, String... claims) {
    List<InstanceAllocation> listed = new ArrayList<>();
    for (String claim : claims) {
      listed.add(new InstanceAllocation(instanceOf(claim), claim, FLAVOR.id(), PLACE));
    }
    HostReport.Builder report =
        HostReport.builder(host).boot("boot").sequence(sequence).instances(listed);
    PLACE.forEach(
        (resource, amount) ->
            report.total(resource, amount * places).used(resource, amount * claims.length));
    return inventory.report(report.build()).kind().toString();
  }

  /** Claims a place for the instance that belongs to a claim's id. */
  String claim(String id, HostKey host) {
    return claim(id, instanceOf(id), host);
  }

  String claim(String id, String instance, HostKey host) {
    Claim wanted = Claim.builder(id, instance, host).resources(PLACE).build();
    return told("claimed", () -> inventory.claim(wanted));
  }

  String confirm(String id) {
    return told("confirmed", () -> inventory.confirm(id));
  }

  String release(String id) {
    return told("released", () -> inventory.release(id));
  }

  String move(String id, HostKey to) {
    return told("moved", () -> inventory.move(id, to));
  }

  void remove(HostKey host) {
    inventory.change(new OperatorChange.HostRemoved(host));
  }

  private static String told(String done, Supplier<Claim> step) {
    try {
      return step.get() == null ? "nothing" : done;
    } catch (ClaimException e) {
      return e.code().toString();
    }
  }

  private static String instanceOf(String claim) {
    return "instance-of-" + claim;
  }

  /** Makes a request for instances of one place each. */
  static RequestSpec.Builder request(String... instances) {
    return RequestSpec.builder(FLAVOR)
        .instanceUuids(List.of(instances))
        .numInstances(instances.length);
  }

  /** Selects, and returns the hosts, or that there is none. */
  static String select(FilterScheduler scheduler, RequestSpec request) {
    SchedulingResult result = scheduler.select(request);
    if (result instanceof SchedulingResult.Scheduled scheduled) {
      StringBuilder hosts = new StringBuilder();
      scheduled.selections().forEach(selection -> hosts.append(selection.host().host()));
      return hosts.toString();
    }
    return result instanceof SchedulingResult.NoValidHost ? "none" : "conflict";
  }

  // ---- what is seen

  /** Returns the number of places taken on a host, or how its amounts disagree. */
  static String taken(ClusterState state, HostKey host) {
    return state.host(host).map(known -> taken(known.usage())).orElse("gone");
  }

  private static String taken(HostUsage usage) {
    int instances = usage.numInstances();
    boolean agree =
        usage.used(ResourceClass.VCPU) == instances
            && usage.used(ResourceClass.MEMORY_MB) == instances * MEMORY_MB
            && usage.used(ResourceClass.DISK_MB) == instances * DISK_MB
            && usage.instances().size() == instances;
    return agree ? String.valueOf(instances) : "torn: " + usage;
  }

  /** Returns the number of places taken on host a, at present. */
  String taken() {
    return taken(inventory.snapshot(), A);
  }

  /** Returns the numbers of places taken on hosts a and b. */
  static String takenOnBoth(ClusterState state) {
    return "a" + taken(state, A) + " b" + taken(state, B);
  }

  /** Returns what a state says of the instance of a claim by other ways than the host's amounts. */
  static Set<HostKey> hostsOf(ClusterState state, String claim) {
    return state.hostsOf(instanceOf(claim));
  }
}
