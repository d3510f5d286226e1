package org.filterscheduler.examples.embedding;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.OperatorChange.AggregateSet;
import org.filterscheduler.api.OperatorChange.ServiceDisabled;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Schedulers;

/** A cloud controller in a screen or two: nodes report, users ask, agents build. */
final class Controller {
  private final FilterScheduler scheduler;
  private final PrintStream log;

  Controller(PrintStream log) {
    this.log = log;
    scheduler =
        Schedulers.builder()
            .configuration(Configurations.parse("filter-scheduler { cpu-allocation-ratio = 4.0 }"))
            .build();
  }

  /** A node says what it has; it does so every few seconds, and the first time registers it. */
  void heard(String node, long sequence) {
    HostReport report =
        HostReport.builder(HostKey.of(node))
            .boot("boot-1")
            .sequence(sequence)
            .total(ResourceClass.VCPU, 8)
            .total(ResourceClass.MEMORY_MB, 32_768)
            .total(ResourceClass.DISK_MB, 500 * 1024)
            .build();
    scheduler.inventory().report(report).warnings().forEach(log::println);
  }

  /** An operator puts nodes into a zone. */
  void zone(String name, String... nodes) {
    Aggregate zone = new Aggregate(1, name, Map.of("availability_zone", name));
    scheduler.inventory().change(new AggregateSet(zone, Set.of(nodes)));
  }

  /** An operator takes a node out of service; what runs on it stays. */
  void drain(String node) {
    scheduler.inventory().change(new ServiceDisabled(node, "new firmware"));
  }

  /** A user wants instances, all of them on different hosts. */
  SchedulingResult boot(String request, Flavor flavor, List<String> instances) {
    RequestSpec spec =
        RequestSpec.builder(flavor)
            .requestId(request)
            .instanceUuids(instances)
            .availabilityZone("north")
            .group(ServerGroup.builder(request).policy("anti-affinity").build())
            .build();
    SchedulingResult result = scheduler.select(spec);
    // An answer is one of four; that no host can take an instance is no exception.
    result.scheduled().ifPresent(scheduled -> scheduled.selections().forEach(this::build));
    result.refusal().ifPresent(why -> log.println(why.render()));
    return result;
  }

  /** The claim holds the host's capacity while the agent builds, and for good once it has. */
  private void build(Selection selection) {
    selection
        .claim()
        .ifPresent(
            claim -> {
              boolean built = true; // here the agent would be told: claim.id(), selection.limits()
              if (built) {
                scheduler.inventory().confirm(claim.id());
              } else {
                scheduler.inventory().release(claim.id());
              }
              log.println(selection + " " + selection.limits());
            });
  }

  /** A user is done. */
  void delete(String instance) {
    scheduler.inventory().claims().stream()
        .filter(claim -> claim.instanceUuid().equals(instance))
        .forEach(claim -> scheduler.inventory().release(claim.id()));
  }

  /** What is left of a resource on a host. */
  long free(String node, ResourceClass resource) {
    return scheduler
        .inventory()
        .snapshot()
        .host(HostKey.of(node))
        .map(host -> host.free(resource))
        .orElseThrow();
  }

  /**
   * Runs a short day.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Controller controller = new Controller(System.out);
    List.of("n1", "n2", "n3").forEach(node -> controller.heard(node, 1));
    controller.zone("north", "n1", "n2", "n3");
    Flavor medium = Flavor.builder("m1.medium").vcpus(2).memoryMb(4_096).rootGb(40).build();
    controller.boot("web", medium, List.of("web-1", "web-2", "web-3"));
    controller.drain("n2");
    controller.boot("db", medium, List.of("db-1", "db-2", "db-3")); // refused: two hosts are left
    controller.delete("web-1");
  }
}
