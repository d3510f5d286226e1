package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.Locale;
import org.filterscheduler.examples.replay.PlaceResult.Placement;
import org.filterscheduler.examples.replay.run.Refusal;
import org.filterscheduler.examples.replay.text.Figures;
import org.filterscheduler.examples.replay.text.TextTable;

/** Prints where instances went. */
final class PlaceView {
  private PlaceView() {}

  static void print(PlaceResult result, PrintWriter out) {
    TextTable table =
        new TextTable()
            .words("REQUEST")
            .words("INSTANCE")
            .words("HOST")
            .numbers("WEIGHT")
            .words("REFUSED BECAUSE");
    result.placements().forEach(row -> add(row, table));
    table.print("", out);
    out.println();
    out.printf(
        Locale.ROOT,
        "%s of %s requests placed, %s refused.%n",
        Figures.grouped(result.placed()),
        Figures.grouped(result.requests()),
        Figures.grouped(result.refused()));
    if (result.refused() > 0) {
      out.println("Why, and what would help: ./fsched explain ... --request ID");
    }
  }

  private static void add(Placement row, TextTable table) {
    Refusal refusal = row.refusal();
    if (refusal == null) {
      Double weight = row.weight();
      table.row(
          row.request(),
          row.instance(),
          String.valueOf(row.host()),
          Figures.weight(weight == null ? 0 : weight),
          "");
    } else {
      table.row(
          row.request(),
          row.instance(),
          "-",
          "-",
          refusal.step() + " left no host: " + refusal.reason());
    }
  }
}
