package org.filterscheduler.examples.replay;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.filterscheduler.api.SchedulerConfiguration;
import org.slf4j.LoggerFactory;

/**
 * Sets how much of the scheduler's log is printed; it goes to the standard error stream. Without
 * more, warnings are, each as one line.
 */
final class Logging {
  private static final String LOGGER = "org.filterscheduler";

  /** Read by logback.xml: what a line ends with, by default no stack trace. */
  private static final String EXCEPTIONS = "fsched.exceptions";

  private Logging() {}

  /** Is to be called before anything logs. */
  static void prepare(boolean verbose) {
    if (verbose) {
      System.setProperty(EXCEPTIONS, "%ex");
      setLevel(Level.INFO);
    }
  }

  /** Prints all that the scheduler says where its configuration has {@code debug = true}. */
  static void follow(SchedulerConfiguration configuration) {
    SchedulerConfiguration.Setting debug = configuration.settings().get("debug");
    if (debug != null && "true".equals(String.valueOf(debug.value()))) {
      setLevel(Level.DEBUG);
    }
  }

  private static void setLevel(Level level) {
    // the binding is known: it is a dependency of this program
    ((Logger) LoggerFactory.getLogger(LOGGER)).setLevel(level);
  }
}
