package org.filterscheduler.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.InstanceView;

/**
 * The instances of a service host: those of its nodes, by id, with the id of the flavor or "" where
 * it is unknown.
 */
record HostInstances(List<DeltaMap<String, String>> nodes) implements InstanceView {
  static final HostInstances NONE = new HostInstances(List.of());

  @Override
  public boolean contains(String instanceUuid) {
    for (DeltaMap<String, String> node : nodes) {
      if (node.containsKey(instanceUuid)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int size() {
    return nodes.size() == 1 ? nodes.get(0).size() : ids().size();
  }

  @Override
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    nodes.forEach(node -> ids.addAll(node.toMap().keySet()));
    return ids;
  }

  @Override
  public Set<String> flavorIds() {
    Set<String> flavors = new LinkedHashSet<>();
    nodes.forEach(node -> flavors.addAll(node.toMap().values()));
    flavors.remove("");
    return flavors;
  }
}
