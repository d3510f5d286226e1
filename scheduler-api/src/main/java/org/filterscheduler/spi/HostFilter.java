package org.filterscheduler.spi;

import java.util.List;
import java.util.function.BiPredicate;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;

/**
 * Judges hosts: a rule that a host has to keep to take an instance.
 *
 * <p>A filter is immutable and is called by many threads. It must not change the request, do I/O or
 * log. What it throws rejects the host (or fails the request, by option) and is reported under the
 * filter's name.
 */
@FunctionalInterface
public interface HostFilter {
  /**
   * Says what the filter wants to know of each host, for one instance. All parsing of the request
   * happens here: it is called once per instance, and again by a claim when something that it read
   * from the cluster has changed since.
   *
   * @param request the request, as of this instance
   * @param cluster all that may be read beside the request
   */
  HostCheck prepare(RequestSpec request, ClusterView cluster);

  /** Returns the dimensions that its capacity checks use. */
  default List<CapacityDimension> dimensions() {
    return List.of();
  }

  /**
   * Returns a filter that asks one question of each host. It is right, and slower than one that
   * says what it reads.
   *
   * @param test the question
   */
  static HostFilter of(BiPredicate<HostState, RequestSpec> test) {
    return (request, cluster) -> (StateCheck) host -> test.test(host, request);
  }
}
