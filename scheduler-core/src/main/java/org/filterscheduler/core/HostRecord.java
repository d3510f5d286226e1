package org.filterscheduler.core;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;

/**
 * All that the inventory knows of a registered host. Immutable.
 *
 * @param position its position, never reused
 * @param slot where it lies in the list of hosts
 * @param report its last accepted report
 * @param formerBoots boots that were followed by another, latest last
 * @param listed the instances that the report lists, with the id of the flavor or ""
 * @param instances the instances of the node: listed or claimed
 * @param state what filters and weighers see of it
 */
record HostRecord(
    long position,
    int slot,
    HostReport report,
    List<String> formerBoots,
    Map<String, String> listed,
    DeltaMap<String, String> instances,
    HostState state) {
  HostKey key() {
    return report.key();
  }

  HostRecord withState(HostState newState) {
    return new HostRecord(position, slot, report, formerBoots, listed, instances, newState);
  }

  HostRecord withInstances(DeltaMap<String, String> newInstances) {
    return new HostRecord(position, slot, report, formerBoots, listed, newInstances, state);
  }

  HostRecord withSlot(int newSlot) {
    return new HostRecord(position, newSlot, report, formerBoots, listed, instances, state);
  }
}
