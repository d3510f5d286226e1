package org.filterscheduler.core;

import java.util.Set;
import org.filterscheduler.api.Claim;

/**
 * The members and hosts that active claims give a server group, each with the number of claims.
 * Immutable.
 */
record GroupBook(TrieMap<String, Integer> members, TrieMap<String, Integer> hosts) {
  static final GroupBook EMPTY = new GroupBook(TrieMap.empty(), TrieMap.empty());

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

  /** Returns a view of the members. */
  Set<String> memberIds() {
    return members.keys();
  }

  /** Returns a view of the hosts. */
  Set<String> hostNames() {
    return hosts.keys();
  }

  private static TrieMap<String, Integer> changed(
      TrieMap<String, Integer> counts, String key, int by) {
    Integer before = counts.get(key);
    int after = (before == null ? 0 : before) + by;
    return after <= 0 ? counts.without(key) : counts.with(key, after);
  }
}
