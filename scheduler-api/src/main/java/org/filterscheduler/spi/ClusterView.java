package org.filterscheduler.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;

/**
 * All that a plug-in may read beside the request while it prepares. Every read is recorded; a claim
 * prepares anew when something that was read has changed. It is not to be kept.
 */
public interface ClusterView {
  /**
   * Returns the description of a host.
   *
   * @param key the host
   */
  Optional<HostDescription> host(HostKey key);

  /**
   * Returns the nodes of a service host.
   *
   * @param host the name of the host
   */
  List<HostKey> nodesOf(String host);

  /**
   * Returns where an instance is: several hosts while it is resized or migrated.
   *
   * @param instanceUuid the instance
   */
  Set<HostKey> hostsOf(String instanceUuid);

  /**
   * Returns the server group of a request as it now is: with the members and hosts that were
   * claimed for it, those of earlier instances of the same request included.
   *
   * @param request the request
   */
  Optional<ServerGroup> groupOf(RequestSpec request);

  /** Returns the present instant. */
  Instant now();
}
