package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.examples.replay.input.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one message what went wrong; where it was thrown, only to those who ask. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    boolean input = isBadInput(failure);
    err.println(
        "fsched: " + (input ? failure.getMessage() : "a fault of this program: " + failure));
    if (command.getParseResult().hasMatchedOption(OutputOptions.VERBOSE)) {
      failure.printStackTrace(err);
    } else if (!input) {
      err.println("fsched: with " + OutputOptions.VERBOSE + " it says where.");
    }
    return input ? Fsched.BAD_INPUT : Fsched.FAULT;
  }

  private static boolean isBadInput(Exception failure) {
    return failure instanceof InputException
        || failure instanceof ConfigurationException
        || failure instanceof PluginException;
  }
}
