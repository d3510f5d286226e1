package org.filterscheduler.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.InstanceView;

/** The instances of a service host that has several nodes. */
record HostInstances(List<NodeInstances> nodes) implements InstanceView {
  @Override
  public boolean contains(String instanceUuid) {
    for (NodeInstances node : nodes) {
      if (node.contains(instanceUuid)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int size() {
    return ids().size();
  }

  @Override
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    nodes.forEach(node -> node.forEach(ids::add));
    return ids;
  }

  @Override
  public Set<String> flavorIds() {
    Set<String> flavors = new HashSet<>();
    nodes.forEach(node -> flavors.addAll(node.flavorIds()));
    return flavors;
  }
}
