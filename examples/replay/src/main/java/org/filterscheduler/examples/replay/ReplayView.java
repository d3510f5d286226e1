package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.filterscheduler.examples.replay.run.CapacityLedger.Peak;
import org.filterscheduler.examples.replay.run.RefusalCounts;
import org.filterscheduler.examples.replay.run.ReplayResult;
import org.filterscheduler.examples.replay.text.Figures;
import org.filterscheduler.examples.replay.text.Paragraph;
import org.filterscheduler.examples.replay.text.TextTable;

/** Prints a replay. */
final class ReplayView {
  private static final int SHOWN = 5;
  private static final String WEIGHERS =
      "(a configuration chooses them; nodes of a trace have no disks, so that by default the host"
          + " with the most free memory is taken, and of equals the first of the file)";
  private static final String GPUS =
      "cards are not packed: the cards of a host count as one sum, so that a pod may be given parts"
          + " of several cards where a real node could not.";
  private static final String CHECKED =
      "no host was above its capacity at any time, by books of their own, which are kept from the"
          + " rows of the trace and the chosen hosts alone.";

  private ReplayView() {}

  static void print(ReplayResult result, PrintWriter out) {
    new TextTable()
        .words("")
        .words("")
        .row("hosts", Figures.grouped(result.hosts()))
        .row("pods", Figures.grouped(result.pods()))
        .row("placed", Figures.grouped(result.placed()))
        .row("refused", Figures.grouped(result.refused()))
        .print("", out);
    printRefusals(result.refusals(), out);
    printPeaks(result.peaks(), out);
    out.println();
    Paragraph.printNames("filters   ", result.filters(), out);
    Paragraph.printNames("weighers  ", result.weighers(), out);
    Paragraph.printText("          ", WEIGHERS, out);
    Paragraph.printText("GPUs      ", GPUS, out);
    printChecks(result, out);
  }

  static void printRefusals(List<RefusalCounts.Count> refusals, PrintWriter out) {
    if (refusals.isEmpty()) {
      return;
    }
    out.println();
    TextTable table =
        new TextTable().numbers("REFUSED").words("NO HOST LEFT BY").words("REASON").words("FIRST");
    refusals.forEach(
        count ->
            table.row(
                Figures.grouped(count.requests()), count.step(), count.reason(), count.example()));
    table.print("  ", out);
  }

  private static void printPeaks(List<Peak> peaks, PrintWriter out) {
    out.println();
    TextTable table =
        new TextTable()
            .words("PEAK USE")
            .words("")
            .numbers("")
            .numbers("USED")
            .numbers("CAPACITY")
            .words("UNIT")
            .numbers("AT SECOND");
    for (Peak peak : peaks) {
      table.row(
          peak.resource(),
          Figures.bar((double) peak.used(), peak.capacity()),
          Figures.percent((double) peak.used(), peak.capacity()),
          Figures.grouped(peak.used()),
          Figures.grouped(peak.capacity()),
          peak.unit(),
          Figures.grouped(peak.second()));
    }
    table.print("  ", out);
  }

  private static void printChecks(ReplayResult result, PrintWriter out) {
    out.println();
    if (result.violations().isEmpty()) {
      Paragraph.printText("check     ", CHECKED, out);
    } else {
      out.println("check     FAILED: hosts above their capacity: " + result.violations().size());
      result.violations().stream().limit(SHOWN).forEach(line -> out.println("          " + line));
    }
    if (!result.leftOvers().isEmpty()) {
      out.println("check     FAILED: booked after all pods left: " + result.leftOvers().size());
      result.leftOvers().stream().limit(SHOWN).forEach(line -> out.println("          " + line));
    }
    out.println("hash      " + result.placementsSha256() + "  SHA-256 of all placements");
    double seconds = Math.max(1, result.decidingMillis()) / 1000.0;
    out.printf(
        Locale.ROOT,
        "speed     %s decisions/s (%s decisions in %.1f s)%n",
        Figures.grouped(Math.round(result.pods() / seconds)),
        Figures.grouped(result.pods()),
        seconds);
  }
}
