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
  // Each is made when it is needed: most requests ask nothing.
  private Set<HostKey> descriptions = Set.of();
  private Set<String> nodes = Set.of();
  private Set<String> instances = Set.of();
  private Set<ServerGroup> groups = Set.of();
  private boolean now;

  void description(HostKey key) {
    descriptions = added(descriptions, key);
  }

  void nodesOf(String host) {
    nodes = added(nodes, host);
  }

  void hostsOf(String instanceUuid) {
    instances = added(instances, instanceUuid);
  }

  void group(ServerGroup known) {
    groups = added(groups, known);
  }

  void now() {
    now = true;
  }

  private static <T> Set<T> added(Set<T> some, T one) {
    Set<T> all = some.isEmpty() ? new LinkedHashSet<>() : some;
    all.add(one);
    return all;
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
