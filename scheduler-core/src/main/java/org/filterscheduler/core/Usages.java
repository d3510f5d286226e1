package org.filterscheduler.core;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceView;
import org.filterscheduler.api.ResourceClass;

/*
 * The arithmetic of usage: what a node reports, plus the active claims that it does not list. A
 * claim that is listed is in the reported amounts already, so a report neither wipes out a booking
 * nor counts it twice.
 */
final class Usages {
  private static final Set<ResourceClass> STANDARD =
      Set.of(ResourceClass.VCPU, ResourceClass.MEMORY_MB, ResourceClass.DISK_MB);

  private Usages() {}

  /** Computes the usage of a node from its report and the active claims that it does not list. */
  static HostUsage of(HostReport report, Iterable<Claim> unlisted, InstanceView instances) {
    HostUsage.Builder usage = HostUsage.builder().instances(instances);
    if (report.initialised()) {
      report.used().forEach(usage::used);
      usage.used(ResourceClass.DISK_MB, usedDiskMb(report));
      usage
          .numInstances(report.numInstances())
          .numIoOps(report.numIoOps())
          .failedBuilds(report.failedBuilds())
          .metrics(report.metrics());
    }
    HostUsage sum = usage.build();
    for (Claim claim : unlisted) {
      sum = add(sum.toBuilder(), sum, claim, 1).build();
    }
    return sum;
  }

  /** Adds what a claim takes; 1 adds the claim, -1 takes it away. */
  static HostUsage.Builder add(HostUsage.Builder usage, HostUsage before, Claim claim, int sign) {
    Map<ResourceClass, Long> amounts = claim.resources();
    int added =
        addOne(usage, ResourceClass.VCPU, amounts, sign)
            + addOne(usage, ResourceClass.MEMORY_MB, amounts, sign)
            + addOne(usage, ResourceClass.DISK_MB, amounts, sign);
    if (added < amounts.size()) {
      addOthers(usage, amounts, sign);
    }
    return usage
        .numInstances(before.numInstances() + sign)
        .numIoOps(before.numIoOps() + sign * ioOps(claim));
  }

  // Not in a loop over the map, which makes an object per entry.
  private static int addOne(
      HostUsage.Builder usage, ResourceClass resource, Map<ResourceClass, Long> amounts, int sign) {
    Long amount = amounts.get(resource);
    if (amount == null) {
      return 0;
    }
    usage.add(resource, sign * amount);
    return 1;
  }

  private static void addOthers(
      HostUsage.Builder usage, Map<ResourceClass, Long> amounts, int sign) {
    amounts.forEach(
        (resource, amount) -> {
          if (!STANDARD.contains(resource)) {
            usage.add(resource, sign * amount);
          }
        });
  }

  /** A build is under way until its claim is confirmed, or a report lists the instance. */
  private static int ioOps(Claim claim) {
    return claim.state() == ClaimState.PENDING ? 1 : 0;
  }

  /** Nova's rule: of the free disk and {@code disk_available_least} the smaller counts. */
  private static long usedDiskMb(HostReport report) {
    long used = report.used().getOrDefault(ResourceClass.DISK_MB, 0L);
    OptionalLong leastGb = report.diskAvailableLeastGb();
    if (leastGb.isEmpty()) {
      return used;
    }
    return Math.max(used, mostDiskMb(report) - 1024 * leastGb.getAsLong());
  }

  /** Says what is odd about a report's figures. */
  static List<String> warnings(HostReport report) {
    OptionalLong leastGb = report.diskAvailableLeastGb();
    if (leastGb.isEmpty()) {
      return List.of();
    }
    long freeMb = mostDiskMb(report) - report.used().getOrDefault(ResourceClass.DISK_MB, 0L);
    long freeGb = Math.floorDiv(freeMb, 1024);
    if (leastGb.getAsLong() <= freeGb) {
      return List.of();
    }
    return List.of(
        "Host "
            + report.key()
            + " has more disk space than its accounting expected ("
            + leastGb.getAsLong()
            + " GiB > "
            + freeGb
            + " GiB). The smaller counts.");
  }

  private static long mostDiskMb(HostReport report) {
    Map<ResourceClass, Long> totals = report.totals();
    return totals.getOrDefault(ResourceClass.DISK_MB, 0L)
        - report.reserved().getOrDefault(ResourceClass.DISK_MB, 0L);
  }
}
