package org.filterscheduler.core;

import java.util.Set;
import org.filterscheduler.api.Claim;

/**
 * The members and hosts that active claims give a server group, each with the number of claims.
 * Immutable.
 */
record GroupBook(DeltaMap<String, Integer> members, DeltaMap<String, Integer> hosts) {
  static final GroupBook EMPTY = new GroupBook(DeltaMap.empty(), DeltaMap.empty());

  GroupBook with(Claim claim, boolean listed) {
    return new GroupBook(
        listed ? changed(members, claim.instanceUuid(), 1) : members,
        changed(hosts, claim.host().host(), 1));
  }

  GroupBook without(Claim claim) {
    return new GroupBook(
        changed(members, claim.instanceUuid(), -1), changed(hosts, claim.host().host(), -1));
  }

  boolean isEmpty() {
    return members.size() == 0 && hosts.size() == 0;
  }

  Set<String> memberIds() {
    return members.toMap().keySet();
  }

  Set<String> hostNames() {
    return hosts.toMap().keySet();
  }

  private static DeltaMap<String, Integer> changed(
      DeltaMap<String, Integer> counts, String key, int by) {
    Integer before = counts.get(key);
    int after = (before == null ? 0 : before) + by;
    return after <= 0 ? counts.without(key) : counts.with(key, after);
  }
}
