package org.filterscheduler.core;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;

/**
 * All that the inventory knows of a registered host. Immutable; each claim makes one, so that what
 * claims leave alone is a part of its own.
 *
 * @param registration what reports make of it
 * @param instances the instances of the node: listed or claimed
 * @param state what filters and weighers see of it
 */
record HostRecord(Registration registration, NodeInstances instances, HostState state) {
  /**
   * What reports make of a host.
   *
   * @param position its position, never reused
   * @param slot where it lies in the list of hosts
   * @param report its last accepted report
   * @param formerBoots boots that were followed by another, latest last
   */
  record Registration(long position, int slot, HostReport report, List<String> formerBoots) {}

  HostKey key() {
    return report().key();
  }

  long position() {
    return registration.position;
  }

  int slot() {
    return registration.slot;
  }

  HostReport report() {
    return registration.report;
  }

  List<String> formerBoots() {
    return registration.formerBoots;
  }

  /** Returns the instances that the report lists, with the id of the flavor or "". */
  Map<String, String> listed() {
    return instances.listed();
  }

  /** Returns the active claims on the host. */
  List<Claim> claims() {
    return instances.claims();
  }

  HostRecord withState(HostState newState) {
    return new HostRecord(registration, instances, newState);
  }

  HostRecord withInstances(NodeInstances newInstances) {
    return new HostRecord(registration, newInstances, state);
  }

  HostRecord withSlot(int newSlot) {
    Registration moved = new Registration(position(), newSlot, report(), registration.formerBoots);
    return new HostRecord(moved, instances, state);
  }
}
