package org.filterscheduler.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decisions per second against the number of hosts, both on logarithmic axes, as SVG. Written by
 * hand: text stays text, the same figures give the same bytes, and no fonts need to be installed.
 */
final class Chart {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 460;
  private static final int LEFT = 70;
  private static final int RIGHT = 610;
  private static final int TOP = 50;
  private static final int BOTTOM = 400;
  private static final String[] COLOURS = {
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9"
  };

  private record Point(int hosts, double perSecond) {}

  private final Map<String, List<Point>> series = new LinkedHashMap<>();
  private final StringBuilder svg = new StringBuilder();

  private Chart(Results results) {
    for (Measurement measured : results.measurements()) {
      String name = name(measured);
      if (!name.isEmpty()) {
        int hosts = Integer.parseInt(measured.parameter("hosts"));
        series
            .computeIfAbsent(name, unused -> new ArrayList<>())
            .add(new Point(hosts, 1e9 / measured.nanos()));
      }
    }
    series.values().forEach(points -> points.sort(Comparator.comparingInt(Point::hosts)));
  }

  /** Returns the chart of a run. */
  static String of(Results results) {
    Chart chart = new Chart(results);
    chart.draw();
    return chart.svg.toString();
  }

  /** Returns the engine of a figure; empty for one that does not belong here. */
  private static String name(Measurement measured) {
    if (measured.benchmark().equals("FenzoBatchBenchmark.decide")) {
      return "fenzo, batches of 100";
    }
    boolean spread =
        measured.benchmark().equals(Bars.DECIDE)
            && measured.mode().equals("avgt")
            && measured.parameter("workload").equals("spread");
    return spread ? measured.parameter("engine") : "";
  }

  private void draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    add(
        "<text x=\"%d\" y=\"28\" font-size=\"16\">Decisions per second, workload spread</text>",
        LEFT);
    axes();
    int colour = 0;
    for (Map.Entry<String, List<Point>> one : series.entrySet()) {
      line(one.getKey(), one.getValue(), colour++);
    }
    add("</svg>");
  }

  private void axes() {
    for (int power = 0; power <= 7; power++) {
      double y = y(Math.pow(10, power));
      add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y, RIGHT);
      add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, power(power));
    }
    for (int power = 3; power <= 5; power++) {
      double x = x(Math.pow(10, power));
      add("<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/>", x, TOP, BOTTOM);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x, BOTTOM + 20, power(power));
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">hosts</text>",
        (LEFT + RIGHT) / 2, BOTTOM + 42);
  }

  private static String power(int power) {
    return String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power));
  }

  private void line(String name, List<Point> points, int index) {
    String colour = COLOURS[index % COLOURS.length];
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L');
      path.append(String.format(Locale.ROOT, "%.1f %.1f", x(point.hosts()), y(point.perSecond())));
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>",
          x(point.hosts()), y(point.perSecond()), colour);
    }
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
    int y = TOP + 20 * index;
    add(
        "<path d=\"M%d %dH%d\" stroke=\"%s\" stroke-width=\"3\"/>",
        RIGHT + 10, y, RIGHT + 28, colour);
    add("<text x=\"%d\" y=\"%d\">%s</text>", RIGHT + 33, y + 4, name);
  }

  private static double x(double hosts) {
    double share = (Math.log10(hosts) - 2.8) / (5.2 - 2.8);
    return LEFT + share * (RIGHT - LEFT);
  }

  /** From 1 to 10 millions per second; what is slower lies on the axis. */
  private static double y(double perSecond) {
    double share = Math.max(0, Math.log10(perSecond)) / 7;
    return BOTTOM - share * (BOTTOM - TOP);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
