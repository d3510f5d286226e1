package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;

/*
 * Which claims a report lists. A listing that names a claim is of that claim if that is for the same
 * instance; one that names none is of the oldest claim for its instance. It is a function of the
 * report and the active claims alone, so that a restored inventory finds the same.
 */
final class Listings {
  static final Comparator<Claim> OLDEST_FIRST =
      Comparator.comparing(Claim::createdAt).thenComparing(Claim::id);

  private Listings() {}

  /** Returns the ids of the claims that the report lists. */
  static Set<String> match(HostReport report, Collection<Claim> claims) {
    if (claims.isEmpty() || report.instances().isEmpty()) {
      return Set.of();
    }
    Map<String, InstanceAllocation> byInstance = new HashMap<>();
    Map<String, String> named = new HashMap<>();
    for (InstanceAllocation listing : report.instances()) {
      if (listing.claimId() == null) {
        byInstance.put(listing.instanceUuid(), listing);
      } else {
        named.put(listing.claimId(), listing.instanceUuid());
      }
    }
    Set<String> listed = new LinkedHashSet<>();
    for (Claim claim : sorted(claims)) {
      if (claim.instanceUuid().equals(named.get(claim.id()))
          || byInstance.remove(claim.instanceUuid()) != null) {
        listed.add(claim.id());
      }
    }
    return listed;
  }

  private static List<Claim> sorted(Collection<Claim> claims) {
    List<Claim> sorted = new ArrayList<>(claims);
    sorted.sort(OLDEST_FIRST);
    return sorted;
  }
}
