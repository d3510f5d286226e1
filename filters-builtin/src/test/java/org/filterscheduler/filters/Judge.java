package org.filterscheduler.filters;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostSetCheck;
import org.filterscheduler.spi.LimitWriter;
import org.filterscheduler.spi.StateCheck;

/** Evaluates checks in the plainest way; the engine has its own. */
final class Judge {
  private Judge() {}

  static boolean passes(HostCheck check, HostState host) {
    return rejection(check, host).isEmpty();
  }

  static Optional<Reason> rejection(HostCheck check, HostState host) {
    if (check instanceof HostCheck.Everything) {
      return Optional.empty();
    } else if (check instanceof HostCheck.Nothing nothing) {
      return Optional.of(nothing.reason());
    } else if (check instanceof HostCheck.All all) {
      return all.checks().stream().flatMap(one -> rejection(one, host).stream()).findFirst();
    } else if (check instanceof HostCheck.Limited limited) {
      return rejection(limited.check(), host);
    } else if (check instanceof HostSetCheck set) {
      return set.test(host.key()) ? Optional.empty() : Optional.of(set.reason());
    } else if (check instanceof CapacityCheck capacity) {
      boolean enough = capacity.dimension().headroom(host) >= capacity.demand();
      return enough ? Optional.empty() : Optional.of(capacity.reason(host));
    } else if (check instanceof DescriptionCheck described) {
      boolean passes = described.test(host.description());
      return passes ? Optional.empty() : Optional.of(described.reason(host.description()));
    }
    StateCheck state = (StateCheck) check;
    return state.test(host) ? Optional.empty() : Optional.of(state.reason(host));
  }

  /**
   * Returns the limits that the parts of a check write which pass, up to the first that rejects.
   */
  static Map<String, Object> limits(HostCheck check, HostState host) {
    Map<String, Object> limits = new TreeMap<>();
    boolean unused = writes(check, host, new Collector(limits));
    return limits;
  }

  private static boolean writes(HostCheck check, HostState host, Collector out) {
    if (check instanceof HostCheck.All all) {
      return all.checks().stream().allMatch(one -> writes(one, host, out));
    }
    boolean passes = passes(check, host);
    if (passes && check instanceof HostCheck.Limited limited) {
      limited.writer().write(host, out);
    }
    return passes;
  }

  private record Collector(Map<String, Object> limits) implements LimitWriter.Sink {
    @Override
    public LimitWriter.Sink amount(String name, double value) {
      limits.put(name, value);
      return this;
    }

    @Override
    public LimitWriter.Sink text(String name, String value) {
      limits.put(name, value);
      return this;
    }
  }
}
