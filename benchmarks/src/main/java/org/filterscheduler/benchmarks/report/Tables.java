package org.filterscheduler.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures as Markdown. */
final class Tables {
  private Tables() {}

  /** Returns the ratios, each with its bar. */
  static String bars(List<Bar> bars) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Ratio", "Here", "Bar", "Verdict"});
    for (Bar bar : bars) {
      rows.add(new String[] {bar.name(), bar.figure(), bar.bar(), bar.verdict()});
    }
    return table(rows);
  }

  /** Returns all figures of a run. */
  static String measurements(Results results) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Benchmark", "Parameters", "ns/op", "Beside"});
    for (Measurement measured : results.measurements()) {
      rows.add(
          new String[] {
            measured.benchmark(), parameters(measured), nanos(measured), beside(measured)
          });
    }
    return table(rows);
  }

  private static String parameters(Measurement measured) {
    Map<String, String> all = new TreeMap<>(measured.parameters());
    if (measured.threads() > 1) {
      all.put("threads", Integer.toString(measured.threads()));
    }
    if (!measured.mode().equals("avgt")) {
      all.put("mode", measured.mode());
    }
    return String.join(", ", all.entrySet().stream().map(Object::toString).toList());
  }

  private static String nanos(Measurement measured) {
    return Bar.number(measured.nanos());
  }

  private static String beside(Measurement measured) {
    List<String> parts = new ArrayList<>();
    if (measured.mode().equals("sample")) {
      for (String percentile : List.of("50.0", "99.0", "99.9")) {
        Double figure = measured.percentiles().get(percentile);
        if (figure != null) {
          parts.add("p" + percentile + " " + Bar.number(figure));
        }
      }
    }
    new TreeMap<>(measured.extras())
        .forEach(
            (name, figure) -> {
              if (isTold(name)) {
                parts.add(name + " " + Bar.number(figure));
              }
            });
    return String.join(", ", parts);
  }

  /** JMH's profiler of the garbage collector says the same thing in several ways. */
  private static boolean isTold(String name) {
    return !name.startsWith("gc.") || name.equals("gc.alloc.rate.norm");
  }

  private static String table(List<String[]> rows) {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < widths.length; i++) {
        String cell = rows.get(r)[i];
        text.append("| ").append(cell).append(" ".repeat(widths[i] - cell.length())).append(' ');
      }
      text.append("|\n");
      if (r == 0) {
        for (int width : widths) {
          text.append('|').append("-".repeat(width + 2));
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }
}
