package org.filterscheduler.api;

import java.util.Comparator;

/**
 * The identity of a compute node: the name of its service host and the name of its hypervisor node.
 *
 * <p>One service host may own several nodes; they share its service, its aggregates and its
 * instances. Names are compared exactly, upper and lower case apart.
 *
 * @param host the name of the compute service's host, not blank
 * @param node the name of the hypervisor node, not blank
 */
public record HostKey(String host, String node) implements Comparable<HostKey> {
  private static final Comparator<HostKey> BY_NAME =
      Comparator.comparing(HostKey::host).thenComparing(HostKey::node);

  /** Checks both names. */
  public HostKey {
    Require.notBlank(host, "host");
    Require.notBlank(node, "node");
  }

  /**
   * Returns the key of a host with one node of the same name.
   *
   * @param host the name of both
   */
  public static HostKey of(String host) {
    return new HostKey(host, host);
  }

  @Override
  public int compareTo(HostKey other) {
    return BY_NAME.compare(this, other);
  }

  /** Returns the host's name, followed by the node's where they differ. */
  @Override
  public String toString() {
    return host.equals(node) ? host : host + "/" + node;
  }
}
