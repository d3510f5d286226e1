package org.filterscheduler.examples.replay;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command-line tool, {@code fsched}. */
@Command(
    name = "fsched",
    mixinStandardHelpOptions = true,
    version = "fsched 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    description = "Places requests on hosts by filters and weighers, as OpenStack Nova does.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all requests were placed",
      "1:some were refused",
      "2:bad usage or bad input",
      "3:a fault of this program"
    })
public final class Fsched implements Runnable {
  static final int ALL_PLACED = 0;
  static final int SOME_REFUSED = 1;
  static final int BAD_INPUT = 2;
  static final int FAULT = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Fsched() {}

  /**
   * Runs a command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Fsched())
        .addSubcommand(new DemoCommand())
        .addSubcommand(new PlaceCommand())
        .addSubcommand(new ExplainCommand())
        .addSubcommand(new ReplayCommand())
        .addSubcommand(new FiltersCommand())
        .setExecutionExceptionHandler(new Failures());
  }

  /** Without a command there is nothing to do: bad usage, which picocli then explains. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "fsched: which command?");
  }
}
