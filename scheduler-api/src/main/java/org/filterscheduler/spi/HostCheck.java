package org.filterscheduler.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Reason;

/**
 * What a filter wants to know of each host for one instance. The type of a check says what it
 * reads, and so what the engine may do with it.
 */
public sealed interface HostCheck
    permits HostCheck.Everything,
        HostCheck.Nothing,
        HostCheck.All,
        HostCheck.Limited,
        HostSetCheck,
        CapacityCheck,
        DescriptionCheck,
        StateCheck {
  /** Every host passes; it costs nothing. */
  enum Everything implements HostCheck {
    /** The only one. */
    INSTANCE
  }

  /**
   * No host passes.
   *
   * @param reason why
   */
  record Nothing(Reason reason) implements HostCheck {
    /** Checks for nulls. */
    public Nothing {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Several checks, all of which must pass; the first that rejects gives the reason.
   *
   * @param checks the checks, in order
   */
  record All(List<HostCheck> checks) implements HostCheck {
    /** Copies the list. */
    public All {
      checks = List.copyOf(checks);
    }
  }

  /**
   * A check with limits.
   *
   * @param check the check
   * @param writer writes the limits of a host
   */
  record Limited(HostCheck check, LimitWriter writer) implements HostCheck {
    /** Checks for nulls. */
    public Limited {
      Objects.requireNonNull(check, "check");
      Objects.requireNonNull(writer, "writer");
    }
  }

  /** Returns the check that every host passes. */
  static HostCheck everything() {
    return Everything.INSTANCE;
  }

  /**
   * Returns the check that no host passes.
   *
   * @param reason why
   */
  static HostCheck nothing(Reason reason) {
    return new Nothing(reason);
  }

  /**
   * Returns the check that passes where all pass.
   *
   * @param checks the checks, in order
   */
  static HostCheck all(HostCheck... checks) {
    return new All(List.of(checks));
  }

  /**
   * Returns the check that only some hosts pass.
   *
   * @param hosts the hosts that pass
   * @param otherwise why the others do not
   */
  static HostCheck on(Set<HostKey> hosts, Reason otherwise) {
    return new HostSetCheck(hosts, true, otherwise);
  }

  /**
   * Returns the check that some hosts do not pass.
   *
   * @param hosts the hosts that do not pass
   * @param because why
   */
  static HostCheck notOn(Set<HostKey> hosts, Reason because) {
    return new HostSetCheck(hosts, false, because);
  }

  /**
   * Returns this check with limits, which are written where it passes.
   *
   * @param writer writes the limits of a host
   */
  default HostCheck withLimits(LimitWriter writer) {
    return new Limited(this, writer);
  }
}
