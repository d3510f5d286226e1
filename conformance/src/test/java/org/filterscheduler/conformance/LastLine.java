package org.filterscheduler.conformance;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints the tally when all tests of the module are done, below all that they print. */
public final class LastLine implements TestExecutionListener {
  /** Creates the listener; the launcher does so. */
  public LastLine() {}

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Tally.ofThisRun().forEach(System.out::println);
  }
}
