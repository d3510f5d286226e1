package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filterscheduler.examples.replay.run.Utilisation;
import org.filterscheduler.examples.replay.text.Figures;
import org.filterscheduler.examples.replay.text.TextTable;

/** Prints the summary of a day. */
final class DemoView {
  private static final double MILLIS = 1000.0;

  private DemoView() {}

  static void print(DemoResult result, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "A day of %s requests on %s hosts in %d zones: %s placed (%s instances), %s refused.%n",
        Figures.grouped(result.requests()),
        Figures.grouped(result.hosts()),
        result.zones().size(),
        Figures.grouped(result.placed()),
        Figures.grouped(result.instances()),
        Figures.grouped(result.refused()));
    ReplayView.printRefusals(result.refusals(), out);
    printZones(result.zones(), out);
    printFullest(result.fullest(), out);
    double seconds = Math.max(1, result.decidingMillis()) / MILLIS;
    out.println();
    out.printf(
        Locale.ROOT,
        "%s decisions/s: %s decisions in %.2f s, one after the other.%n",
        Figures.grouped(Math.round(result.requests() / seconds)),
        Figures.grouped(result.requests()),
        seconds);
  }

  private static void printZones(List<Utilisation.Zone> zones, PrintWriter out) {
    TextTable table =
        new TextTable()
            .words("ZONE")
            .numbers("HOSTS")
            .words("IN USE")
            .words("")
            .numbers("")
            .numbers("USED")
            .numbers("LIMIT");
    for (Utilisation.Zone zone : zones) {
      boolean first = true;
      for (Utilisation.Use use : zone.uses()) {
        table.row(
            first ? zone.zone() : "",
            first ? zone.hosts() : "",
            use.resource(),
            Figures.bar((double) use.used(), use.limit()),
            Figures.percent((double) use.used(), use.limit()),
            Figures.grouped(use.used()),
            Figures.grouped(Math.round(use.limit())));
        first = false;
      }
    }
    out.println();
    out.println("At the end of the day:");
    table.print("  ", out);
  }

  private static void printFullest(List<Utilisation.Host> hosts, PrintWriter out) {
    Set<String> resources = new LinkedHashSet<>();
    hosts.forEach(host -> host.uses().forEach(use -> resources.add(use.resource())));
    TextTable table = new TextTable().words("FULLEST HOSTS").words("ZONE").numbers("INSTANCES");
    resources.forEach(table::numbers);
    for (Utilisation.Host host : hosts) {
      List<Object> row = new ArrayList<>(List.of(host.host(), host.zone(), host.instances()));
      resources.forEach(resource -> row.add(share(host, resource)));
      table.row(row.toArray());
    }
    out.println();
    table.print("  ", out);
  }

  /** A host that has none of a resource has no share of it in use. */
  private static String share(Utilisation.Host host, String resource) {
    return host.uses().stream()
        .filter(use -> use.resource().equals(resource))
        .map(use -> Figures.percent((double) use.used(), use.limit()))
        .findFirst()
        .orElse("-");
  }
}
