package org.filterscheduler.conformance.discovery;

import java.util.Map;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.SchedulingResult.Scheduled;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/**
 * What {@link DiscoveryTest} runs in a JVM of its own: says what is found, and places instances
 * that a third party's filter and its resource class decide about.
 */
final class Probe {
  private static final ResourceClass LICENSE = new ResourceClass("CUSTOM_LICENSE");
  private static final String OPTIONS =
      """
      filter-scheduler {
        enabled-filters = ${filter-scheduler.enabled-filters} [LicenseFilter]
        license-filter.keep-free = 1
      }
      """;

  private Probe() {}

  public static void main(String[] arguments) {
    boolean byLayer = arguments.length > 0;
    Plugins plugins = byLayer ? Plugins.load(ModuleLayer.boot()) : Plugins.load();
    plugins.problems().forEach(problem -> print("problem", problem));
    plugins.filters().forEach(filter -> print("filter", filter.name()));
    plugins.weighers().forEach(weigher -> print("weigher", weigher.name()));
    plugins.filters().stream()
        .filter(filter -> filter.name().equals("LicenseFilter"))
        .forEach(filter -> print("location", filter.location()));
    place(plugins);
  }

  /** Each instance takes two licences, and one is to stay free on each host. */
  private static void place(Plugins plugins) {
    FilterScheduler scheduler =
        Schedulers.builder().plugins(plugins).configuration(Configurations.parse(OPTIONS)).build();
    scheduler.inventory().report(host("host-1", 2));
    scheduler.inventory().report(host("host-2", 4));
    Flavor flavor =
        Flavor.builder("licensed")
            .vcpus(1)
            .memoryMb(1024)
            .extraSpecs(Map.of("resources:CUSTOM_LICENSE", "2"))
            .build();
    for (int i = 0; i < 2; i++) {
      print(
          "answer",
          answer(scheduler.select(RequestSpec.builder(flavor).instanceUuid("i-1").build())));
    }
  }

  private static HostReport host(String name, long licenses) {
    return HostReport.builder(HostKey.of(name))
        .total(ResourceClass.VCPU, 16)
        .total(ResourceClass.MEMORY_MB, 65_536)
        .total(ResourceClass.DISK_MB, 1_000_000)
        .total(LICENSE, licenses)
        .build();
  }

  private static String answer(SchedulingResult result) {
    return result instanceof Scheduled scheduled ? scheduled.first().host().toString() : "none";
  }

  private static void print(String what, String text) {
    System.out.println(what + " " + text);
  }
}
