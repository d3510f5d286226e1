package org.filterscheduler.spi;

import java.util.Objects;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Reason;

/**
 * Passes, or rejects, just the hosts of a set.
 *
 * @param hosts the hosts
 * @param include whether they are those that pass, or those that do not
 * @param reason why the others, or they, are rejected
 */
public record HostSetCheck(Set<HostKey> hosts, boolean include, Reason reason)
    implements HostCheck {
  /** Copies the set. */
  public HostSetCheck {
    hosts = Set.copyOf(hosts);
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Returns whether a host passes.
   *
   * @param key the host
   */
  public boolean test(HostKey key) {
    return hosts.contains(key) == include;
  }
}
