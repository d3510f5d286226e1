package org.filterscheduler.spi;

import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;

/** A weigher of one function. */
record LambdaWeigher(double multiplier, ToDoubleBiFunction<HostState, RequestSpec> weight)
    implements HostWeigher {
  LambdaWeigher {
    Objects.requireNonNull(weight, "weight");
  }

  @Override
  public HostScore prepare(RequestSpec request, ClusterView cluster) {
    return (RequestScore) host -> weight.applyAsDouble(host, request);
  }
}
