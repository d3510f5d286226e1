package org.filterscheduler.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.StateCheck;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the extra specs ask: of the description as far as that says it, and only for what
 * claims and reports change of the whole host.
 *
 * <p>Nova asks in whatever order a flavor has its extra specs, and fails at the first that cannot
 * be judged. Here the order says nothing: a host that another extra spec rejects is rejected.
 */
final class ComputeCapabilitiesFilter implements HostFilter {
  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    if (request.flavor().extraSpecs().isEmpty()) {
      return HostCheck.everything();
    }
    List<Capability> ofDescription = new ArrayList<>();
    List<Capability> ofState = new ArrayList<>();
    // In the order of the names, so that equal flavors make equal checks.
    new TreeMap<>(request.flavor().extraSpecs())
        .forEach(
            (key, value) ->
                Capability.of(key, value)
                    .ifPresent(c -> (c.ofDescription() ? ofDescription : ofState).add(c)));
    if (ofState.isEmpty()) {
      return ofDescription.isEmpty()
          ? HostCheck.everything()
          : new Described(List.copyOf(ofDescription), false);
    }
    if (ofDescription.isEmpty()) {
      return new Able(List.copyOf(ofState));
    }
    HostCheck first = new Described(List.copyOf(ofDescription), true);
    ofState.addAll(ofDescription); // again, for what the first check could not judge
    return HostCheck.all(first, new Able(List.copyOf(ofState)));
  }

  /**
   * Passes the hosts whose description has what is asked.
   *
   * @param passesFaults whether it passes a host that cannot be judged, because another check will
   *     tell
   */
  private record Described(List<Capability> capabilities, boolean passesFaults)
      implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return firstThatRejects(host) == null;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Objects.requireNonNull(firstThatRejects(host)).reason(host);
    }

    private @Nullable Capability firstThatRejects(HostDescription host) {
      return rejecting(capabilities, capability -> capability.accepts(host), passesFaults);
    }
  }

  /** Passes the hosts that have what is asked at present. */
  private record Able(List<Capability> capabilities) implements StateCheck {
    @Override
    public boolean test(HostState host) {
      return firstThatRejects(host) == null;
    }

    @Override
    public Reason reason(HostState host) {
      return Objects.requireNonNull(firstThatRejects(host)).reason(host);
    }

    private @Nullable Capability firstThatRejects(HostState host) {
      return rejecting(capabilities, capability -> capability.accepts(host), false);
    }
  }

  /** Returns the first that rejects, which outweighs one that cannot be judged. */
  private static @Nullable Capability rejecting(
      List<Capability> capabilities, Predicate<Capability> accepts, boolean passesFaults) {
    IllegalArgumentException fault = null;
    for (Capability capability : capabilities) {
      try {
        if (!accepts.test(capability)) {
          return capability;
        }
      } catch (IllegalArgumentException e) {
        fault = fault == null ? e : fault;
      }
    }
    if (fault != null && !passesFaults) {
      throw fault;
    }
    return null;
  }
}
