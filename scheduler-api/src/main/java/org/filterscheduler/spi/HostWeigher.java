package org.filterscheduler.spi;

import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;

/**
 * Ranks hosts: gives each a raw weight. The engine brings the raw weights of all hosts that passed
 * the filters into 0 to 1, multiplies them and adds them up over the weighers.
 *
 * <p>A weigher is immutable and is called by many threads. It must not change the request, do I/O
 * or log. A raw weight that is not finite is a fault of the plug-in.
 */
public interface HostWeigher {
  /**
   * Says how hosts are ranked for one instance. All parsing of the request happens here.
   *
   * @param request the request, as of this instance
   * @param cluster all that may be read beside the request
   */
  HostScore prepare(RequestSpec request, ClusterView cluster);

  /** Returns by what the normalised weight is multiplied; below 0 it prefers low weights. */
  double multiplier();

  /** Returns a raw weight that counts as 0 even if all hosts have more; mostly there is none. */
  default OptionalDouble fixedMinimum() {
    return OptionalDouble.empty();
  }

  /**
   * Returns a weigher that gives a number to each host.
   *
   * @param multiplier by what the normalised weight is multiplied
   * @param weight the number
   */
  static HostWeigher of(double multiplier, ToDoubleBiFunction<HostState, RequestSpec> weight) {
    return new LambdaWeigher(multiplier, weight);
  }
}
