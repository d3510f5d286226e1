package org.filterscheduler.spi;

import java.time.Duration;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;

/**
 * Is told what a scheduler does; for metrics and traces. Called on the thread that asked, under no
 * lock; what it throws is logged and changes nothing.
 */
public interface SchedulerListener {
  /** Listens to nothing; with it nothing is measured for a listener. */
  SchedulerListener NONE = new SchedulerListener() {};

  /**
   * A request was answered; the answer is final.
   *
   * @param request the request
   * @param result the answer
   * @param took how long it took
   */
  default void decided(RequestSpec request, SchedulingResult result, Duration took) {}

  /**
   * A decision lost the race for its host and is made again.
   *
   * @param request the request
   */
  default void conflicted(RequestSpec request) {}

  /**
   * A plug-in broke its contract; told once per decision, when the request is answered.
   *
   * @param plugin the name of the plug-in
   * @param message what it did
   */
  default void pluginFailed(String plugin, String message) {}
}
