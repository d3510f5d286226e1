package org.filterscheduler.conformance.discovery;

import java.util.Map;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/** What {@link ThirdPartyDiscoveryTest} runs in a JVM of its own. */
final class ThirdPartyProbe {
  private static final ResourceClass SLOT = new ResourceClass("CUSTOM_ACME_SLOT");

  private ThirdPartyProbe() {}

  public static void main(String[] arguments) {
    Plugins plugins = Plugins.load();
    plugins.problems().forEach(problem -> System.out.println("problem " + problem));
    plugins.filters().stream()
        .filter(filter -> filter.name().equals("AcmeSlotFilter"))
        .forEach(filter -> System.out.println("location " + filter.location()));
    if (plugins.problems().isEmpty()) {
      place(plugins);
    }
  }

  /** The host with slots is the larger one: only the filter keeps others from it. */
  private static void place(Plugins plugins) {
    FilterScheduler scheduler =
        Schedulers.builder()
            .plugins(plugins)
            .configuration(
                Configurations.parse(
                    "filter-scheduler.enabled-filters ="
                        + " ${filter-scheduler.enabled-filters} [AcmeSlotFilter]"))
            .build();
    scheduler.inventory().report(host("plain", 8_192).build());
    scheduler.inventory().report(host("slots", 65_536).total(SLOT, 2).build());
    for (String slots : new String[] {"0", "2", "1"}) {
      Flavor flavor =
          Flavor.builder("f")
              .memoryMb(1_024)
              .extraSpecs(Map.of("resources:CUSTOM_ACME_SLOT", slots))
              .build();
      String host =
          scheduler
              .select(RequestSpec.builder(flavor).instanceUuid("i-1").build())
              .scheduled()
              .map(scheduled -> scheduled.first().host().toString())
              .orElse("none");
      System.out.println("answer " + host);
    }
  }

  private static HostReport.Builder host(String name, long memoryMb) {
    return HostReport.builder(HostKey.of(name))
        .total(ResourceClass.VCPU, 8)
        .total(ResourceClass.MEMORY_MB, memoryMb);
  }
}
