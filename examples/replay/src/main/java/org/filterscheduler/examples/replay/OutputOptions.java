package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.filterscheduler.examples.replay.text.JsonText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a result is shown. */
final class OutputOptions {
  static final String VERBOSE = "--verbose";

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(names = VERBOSE, description = "Print the scheduler's log, and where errors come from.")
  private boolean verbose;

  @SuppressWarnings("unused") // picocli reads it: it prints the help in place of the command
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  /** Shows a result: as JSON, or as the text that a view makes of it. */
  void show(Object result, Consumer<PrintWriter> view) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.of(result));
    } else {
      view.accept(out);
    }
    out.flush();
  }

  /** Says something that is not part of the result. */
  void remark(String text) {
    spec.commandLine().getErr().println("fsched: " + text);
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }
}
