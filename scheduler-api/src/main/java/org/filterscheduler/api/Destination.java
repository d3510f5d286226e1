package org.filterscheduler.api;

import org.jspecify.annotations.Nullable;

/**
 * The only host that a request may go to; unlike a forced host it has to pass the filters.
 *
 * @param host the name of the host, compared exactly
 * @param node the name of the node, compared exactly; null for any node of the host
 */
public record Destination(String host, @Nullable String node) {
  /** Checks the host's name. */
  public Destination {
    Require.notBlank(host, "requested destination host");
  }

  /**
   * Returns whether a host is the wanted one.
   *
   * @param key the host
   */
  public boolean matches(HostKey key) {
    return host.equals(key.host()) && (node == null || node.equals(key.node()));
  }
}
