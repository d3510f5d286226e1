package org.filterscheduler.examples.embedding;

import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Schedulers;

/** The program of the README, to be compiled and run. */
final class FifteenLines {
  private FifteenLines() {}

  /**
   * Places one instance.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FilterScheduler scheduler = Schedulers.builder().build();
    HostReport report =
        HostReport.builder(HostKey.of("n1"))
            .total(ResourceClass.VCPU, 16)
            .total(ResourceClass.MEMORY_MB, 65_536)
            .total(ResourceClass.DISK_MB, 500 * 1024)
            .build();
    scheduler.inventory().report(report);
    Flavor small = Flavor.builder("m1.small").vcpus(1).memoryMb(2_048).rootGb(20).build();
    RequestSpec request = RequestSpec.builder(small).instanceUuid("vm-1").build();
    SchedulingResult result = scheduler.select(request); // books the host's capacity
    System.out.println(result.message());
    // Where no host was found, result.refusal() says why.
    String claim = result.scheduled().orElseThrow().first().claim().orElseThrow().id();
    scheduler.inventory().confirm(claim); // vm-1 runs: the claim does not expire any more
  }
}
