package org.filterscheduler.api;

import java.util.Collection;
import java.util.Set;

/**
 * The instances of a host, those of all its nodes: a view of one instant, never a copy.
 *
 * <p>It holds what the nodes list and what was claimed. Implementations are immutable.
 */
public interface InstanceView {
  /**
   * Returns whether the host has this instance.
   *
   * @param instanceUuid the instance
   */
  boolean contains(String instanceUuid);

  /** Returns how many instances there are. */
  int size();

  /** Returns the ids of the instances, in no particular order. */
  Set<String> ids();

  /** Returns the ids of the flavors of the instances; those whose flavor is unknown add nothing. */
  Set<String> flavorIds();

  /**
   * Returns how many of the given instances the host has; one that is named twice counts once.
   *
   * @param instanceUuids the instances to look for
   */
  default int count(Collection<String> instanceUuids) {
    return (int) instanceUuids.stream().distinct().filter(this::contains).count();
  }
}
