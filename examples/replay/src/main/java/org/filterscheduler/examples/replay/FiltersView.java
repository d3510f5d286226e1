package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filterscheduler.examples.replay.FiltersResult.Option;
import org.filterscheduler.examples.replay.FiltersResult.Plugin;
import org.filterscheduler.examples.replay.text.TextTable;

/** Prints the plug-ins that were found. */
final class FiltersView {
  private FiltersView() {}

  static void print(FiltersResult result, PrintWriter out) {
    printPlugins("FILTER", result.filters(), out);
    out.println();
    printPlugins("WEIGHER", result.weighers(), out);
    printOptions(result, out);
    if (!result.problems().isEmpty()) {
      out.println();
      out.println("Problems:");
      result.problems().forEach(problem -> out.println("  " + problem));
    }
  }

  private static void printPlugins(String role, List<Plugin> plugins, PrintWriter out) {
    TextTable table = new TextTable().words(role).numbers("ENABLED").words("RUNS").words("FROM");
    for (Plugin plugin : plugins) {
      table.row(
          plugin.name(),
          plugin.enabled() == 0 ? "-" : plugin.enabled(),
          plugin.traits().isEmpty() ? "for each instance" : String.join(", ", plugin.traits()),
          shortened(plugin.location()));
    }
    table.print("", out);
  }

  /** The name of a jar says enough; the whole path is in the JSON. */
  private static String shortened(String location) {
    int jar = location.indexOf(".jar");
    return jar < 0 ? location : location.substring(location.lastIndexOf('/', jar) + 1);
  }

  /** An option that several plug-ins share is printed once. */
  private static void printOptions(FiltersResult result, PrintWriter out) {
    Map<String, Option> options = new LinkedHashMap<>();
    Map<String, String> readers = new LinkedHashMap<>();
    Stream.concat(result.filters().stream(), result.weighers().stream())
        .forEach(
            plugin ->
                plugin
                    .options()
                    .forEach(
                        option -> {
                          options.putIfAbsent(option.path(), option);
                          readers.merge(
                              option.path(), plugin.name(), (some, one) -> some + ", " + one);
                        }));
    TextTable table =
        new TextTable().words("OPTION").words("DEFAULT").words("MUST BE").words("READ BY");
    options.forEach(
        (path, option) ->
            table.row(
                path, option.defaultValue(), option.mustBe(), readers.getOrDefault(path, "")));
    out.println();
    table.print("", out);
  }
}
