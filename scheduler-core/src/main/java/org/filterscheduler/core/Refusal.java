package org.filterscheduler.core;

import java.util.function.Supplier;
import org.filterscheduler.api.Explanation;

/**
 * That no host can take an instance; why is computed when it is asked for.
 *
 * @param trail computes the way of the instance
 * @param outline computes how many hosts each step left
 */
record Refusal(Supplier<Trail> trail, Supplier<Explanation> outline) {
  static Refusal of(Trail trail) {
    return new Refusal(() -> trail, trail::outline);
  }
}
