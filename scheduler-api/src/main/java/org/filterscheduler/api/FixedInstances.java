package org.filterscheduler.api;

import java.util.Set;

/** The instances of a host, given one by one. */
record FixedInstances(Set<String> ids, Set<String> flavorIds) implements InstanceView {
  static final FixedInstances NONE = new FixedInstances(Set.of(), Set.of());

  @Override
  public boolean contains(String instanceUuid) {
    return ids.contains(instanceUuid);
  }

  @Override
  public int size() {
    return ids.size();
  }
}
