package org.filterscheduler.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
 */
final class ComputeCapabilitiesFilter implements HostFilter {
  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    List<Capability> ofDescription = new ArrayList<>();
    List<Capability> ofState = new ArrayList<>();
    // In the order of the names, so that equal flavors make equal checks.
    new TreeMap<>(request.flavor().extraSpecs())
        .forEach(
            (key, value) ->
                Capability.of(key, value)
                    .ifPresent(c -> (c.ofDescription() ? ofDescription : ofState).add(c)));
    if (ofState.isEmpty()) {
      return described(ofDescription);
    }
    HostCheck state = new Able(List.copyOf(ofState));
    return ofDescription.isEmpty() ? state : HostCheck.all(described(ofDescription), state);
  }

  private static HostCheck described(List<Capability> capabilities) {
    return capabilities.isEmpty()
        ? HostCheck.everything()
        : new Described(List.copyOf(capabilities));
  }

  /** Passes the hosts whose description has what is asked. */
  private record Described(List<Capability> capabilities) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return firstThatRejects(host) == null;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Objects.requireNonNull(firstThatRejects(host)).reason(host);
    }

    private @Nullable Capability firstThatRejects(HostDescription host) {
      for (Capability capability : capabilities) {
        if (!capability.accepts(host)) {
          return capability;
        }
      }
      return null;
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
      for (Capability capability : capabilities) {
        if (!capability.accepts(host)) {
          return capability;
        }
      }
      return null;
    }
  }
}
