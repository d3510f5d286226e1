package org.filterscheduler.examples.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the tool in this process: its exit code, and what it printed. */
record ToolRun(int exitCode, String out, String err) {
  static ToolRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine tool = Fsched.commandLine();
    tool.setOut(new PrintWriter(out, true));
    tool.setErr(new PrintWriter(err, true));
    int exitCode = tool.execute(arguments);
    return new ToolRun(exitCode, out.toString(), err.toString());
  }
}
