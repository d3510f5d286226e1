package org.filterscheduler.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks, writes JSON, tables and a chart, and prints the ratios with their bars. To
 * be called by {@code benchmarks/run}, or to look at the figures of an earlier run:
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar org.filterscheduler.benchmarks.report.Suite FOLDER
 * </pre>
 */
public final class Suite {
  private static final String JSON = "results.json";

  private Suite() {}

  /**
   * Runs the benchmarks.
   *
   * @param arguments a folder, and before it {@code --full} or {@code --quick} to measure anew
   */
  public static void main(String[] arguments) throws IOException {
    boolean quick = arguments.length == 2 && arguments[0].equals("--quick");
    boolean full = arguments.length == 2 && arguments[0].equals("--full");
    if (arguments.length != 1 && !quick && !full) {
      System.err.println("usage: Suite [--full | --quick] FOLDER");
      System.exit(2);
    }
    Path folder = Path.of(arguments[arguments.length - 1]);
    File json = folder.resolve(JSON).toFile();
    int failed = 0;
    if (quick || full) {
      Files.createDirectories(folder);
      Files.writeString(json.toPath(), "[]"); // no figure of an earlier run is shown as one of this
      if (quick) {
        warmUp();
      }
      failed = measure(quick ? Plan.quick() : Plan.full(), full, json);
    }
    report(Results.read(json), folder, System.out);
    System.exit(failed > 0 ? 1 : 0);
  }

  private static void warmUp() {
    try {
      run(Plan.warmUp(), false);
    } catch (RunnerException e) {
      System.out.println("FAILED: the warm-up: " + e.getMessage());
    }
  }

  /** Runs all; one that fails does not stop the others. */
  private static int measure(List<Run> runs, boolean apart, File json) {
    List<RunResult> results = new ArrayList<>();
    long start = System.nanoTime();
    int failed = 0;
    for (Run run : runs) {
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      System.out.printf("%4d s  %s x %d%n", seconds, run.benchmark(), run.count());
      try {
        results.addAll(run(run, apart));
        // After each: who interrupts a run keeps what is there.
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.getPath()).writeOut(results);
      } catch (RunnerException e) {
        failed++;
        System.out.println("FAILED: " + run.benchmark() + ": " + e.getMessage());
      }
    }
    return failed;
  }

  private static Collection<RunResult> run(Run run, boolean apart) throws RunnerException {
    return new Runner(
            run.options(apart),
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT))
        .run();
  }

  /** Writes the tables and the chart, and prints the ratios. */
  static void report(Results results, Path folder, PrintStream out) throws IOException {
    String bars = Tables.bars(Bars.of(results));
    String text = "# Ratios\n\n" + bars + "\n# Figures\n\n" + Tables.measurements(results);
    Files.writeString(folder.resolve("results.md"), text);
    Files.writeString(folder.resolve("decisions.svg"), Chart.of(results));
    out.println();
    out.print(bars);
  }
}
