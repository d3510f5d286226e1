package org.filterscheduler.core;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostSetCheck;
import org.filterscheduler.spi.LimitWriter;
import org.filterscheduler.spi.StateCheck;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates checks: the one place that tells their types apart. It runs plug-in code and lets
 * through what that throws; {@link Guard} is around it.
 */
final class Checks {
  private Checks() {}

  static boolean passes(HostCheck check, HostState host) {
    return rejecting(check, host) == null;
  }

  /** Returns the innermost check that rejects a host; null if it passes. */
  static @Nullable HostCheck rejecting(HostCheck check, HostState host) {
    if (check instanceof HostCheck.Limited limited) {
      return rejecting(limited.check(), host);
    }
    if (check instanceof HostCheck.All all) {
      for (HostCheck part : all.checks()) {
        HostCheck rejecting = rejecting(part, host);
        if (rejecting != null) {
          return rejecting;
        }
      }
      return null;
    }
    return innermostPasses(check, host) ? null : check;
  }

  private static boolean innermostPasses(HostCheck check, HostState host) {
    if (check instanceof CapacityCheck capacity) {
      return headroom(capacity, host) >= capacity.demand();
    }
    if (check instanceof DescriptionCheck description) {
      return description.test(host.description());
    }
    if (check instanceof HostSetCheck set) {
      return set.test(host.key());
    }
    if (check instanceof StateCheck state) {
      return state.test(host);
    }
    return check instanceof HostCheck.Everything; // the only one left beside Nothing
  }

  private static double headroom(CapacityCheck check, HostState host) {
    double headroom = check.dimension().headroom(host);
    if (Double.isNaN(headroom)) {
      throw new ArithmeticException(
          "the headroom of " + check.dimension().name() + " is NaN; it must be a number");
    }
    return headroom;
  }

  /** Returns why an innermost check rejects a host. A plug-in may wrongly give null. */
  static @Nullable Reason reason(HostCheck rejecting, HostState host) {
    if (rejecting instanceof CapacityCheck capacity) {
      return capacity.reason(host);
    }
    if (rejecting instanceof DescriptionCheck description) {
      return description.reason(host.description());
    }
    if (rejecting instanceof HostSetCheck set) {
      return set.reason();
    }
    if (rejecting instanceof StateCheck state) {
      return state.reason(host);
    }
    if (rejecting instanceof HostCheck.Nothing nothing) {
      return nothing.reason();
    }
    throw new IllegalStateException(rejecting + " rejects nothing.");
  }

  /**
   * Writes the limits of a host, in the order of the checks, up to the first that rejects it.
   *
   * @return whether it passes
   */
  static boolean writeLimits(HostCheck check, HostState host, LimitWriter.Sink out) {
    if (check instanceof HostCheck.Limited limited) {
      boolean passes = writeLimits(limited.check(), host, out);
      if (passes) {
        limited.writer().write(host, out);
      }
      return passes;
    }
    if (check instanceof HostCheck.All all) {
      for (HostCheck part : all.checks()) {
        if (!writeLimits(part, host, out)) {
          return false;
        }
      }
      return true;
    }
    return innermostPasses(check, host);
  }

  /** Writes the limits of a host that passes, in the order of the checks. */
  static void writeLimitsOfPassing(HostCheck check, HostState host, LimitWriter.Sink out) {
    if (check instanceof HostCheck.Limited limited) {
      writeLimitsOfPassing(limited.check(), host, out);
      limited.writer().write(host, out);
    } else if (check instanceof HostCheck.All all) {
      List<HostCheck> parts = all.checks();
      for (int i = 0; i < parts.size(); i++) {
        writeLimitsOfPassing(parts.get(i), host, out);
      }
    }
  }

  /** Returns what is wrong with a check that a plug-in has prepared; null if nothing is. */
  static @Nullable String flaw(HostCheck check) {
    if (check instanceof HostCheck.Limited limited) {
      return flaw(limited.check());
    }
    if (check instanceof HostCheck.All all) {
      List<HostCheck> parts = all.checks();
      for (int i = 0; i < parts.size(); i++) {
        String flaw = flaw(parts.get(i));
        if (flaw != null) {
          return flaw;
        }
      }
      return null;
    }
    return check instanceof DescriptionCheck ? ValueShape.flaw(check.getClass()) : null;
  }

  /**
   * Returns which part of what was needed is missing: above 0, and above 1 where more is used than
   * there is; 1 where it is unknown how much was needed, infinity where it is no matter of amounts.
   */
  static double relativeShortfall(@Nullable HostCheck rejecting, Reason reason) {
    Reason.Shortfall shortfall = reason.shortfall();
    if (shortfall == null) {
      return Double.POSITIVE_INFINITY;
    }
    double needed =
        rejecting instanceof CapacityCheck capacity
            ? capacity.demand()
            : number(reason.values(), "needed");
    return needed > 0 ? shortfall.amount() / needed : 1.0;
  }

  private static double number(Map<String, String> values, String name) {
    try {
      return Double.parseDouble(values.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0; // a text for people: it says nothing of the size
    }
  }
}
