package org.filterscheduler.examples.replay.run;

import org.filterscheduler.api.SchedulingResult;

/** Is told what happens in a simulation, in order. */
public interface SimulationListener {
  /**
   * A request was answered.
   *
   * @param request the request
   * @param result the answer; its claims are confirmed
   */
  void decided(TimedRequest request, SchedulingResult result);

  /**
   * The instances of a request left.
   *
   * @param request the request
   */
  default void departed(TimedRequest request) {}
}
