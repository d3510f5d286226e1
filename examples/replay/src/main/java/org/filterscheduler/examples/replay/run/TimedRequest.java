package org.filterscheduler.examples.replay.run;

import org.filterscheduler.api.RequestSpec;

/**
 * A request, when it comes, and when its instances leave.
 *
 * @param request the request
 * @param arrives seconds after the beginning
 * @param departs seconds after the beginning; {@link #NEVER} for instances that stay
 */
public record TimedRequest(RequestSpec request, long arrives, long departs) {
  /** The departure of instances that stay. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Returns the id of the request. */
  public String id() {
    return request.requestId();
  }
}
