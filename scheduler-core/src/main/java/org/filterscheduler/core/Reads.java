package org.filterscheduler.core;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ServerGroup;
import org.jspecify.annotations.Nullable;

/**
 * What plug-ins read of the cluster while they prepared a decision: the questions, not the answers.
 * A claim asks them again of the state it is about to replace. Not safe for several threads.
 */
final class Reads {
  private final Set<HostKey> descriptions = new LinkedHashSet<>();
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> instances = new LinkedHashSet<>();
  private final Set<ServerGroup> groups = new LinkedHashSet<>();
  private boolean now;

  void description(HostKey key) {
    descriptions.add(key);
  }

  void nodesOf(String host) {
    nodes.add(host);
  }

  void hostsOf(String instanceUuid) {
    instances.add(instanceUuid);
  }

  void group(ServerGroup known) {
    groups.add(known);
  }

  void now() {
    now = true;
  }

  /** Returns whether nothing was asked but the instant. */
  boolean isEmpty() {
    return groups.isEmpty() && instances.isEmpty() && nodes.isEmpty() && descriptions.isEmpty();
  }

  /** Returns whether the instant was read, which no two states have in common. */
  boolean readsNow() {
    return now;
  }

  /** Returns whether a state and the books of another one answer alike all that was read. */
  boolean sameIn(ClusterState before, Books now) {
    return groups.stream().allMatch(group -> before.group(group).equals(now.group(group)))
        && instances.stream().allMatch(id -> before.hostsOf(id).equals(now.hostsOf(id)))
        && nodes.stream().allMatch(host -> before.nodesOf(host).equals(now.nodesOf(host)))
        && descriptions.stream().allMatch(key -> sameDescription(before.host(key), now.state(key)));
  }

  private static boolean sameDescription(Optional<HostState> before, @Nullable HostState now) {
    HostDescription then = before.map(HostState::description).orElse(null);
    return Objects.equals(then, now == null ? null : now.description());
  }
}
