package org.filterscheduler.core;

import java.util.Collection;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;

/** Where the states of structured resources come from when the books change. */
interface BookingStates {
  /** Returns the states of a host that describes itself anew, with what its claims took. */
  Map<String, Object> rebuild(HostDescription host, Collection<Claim> claims);

  /** Returns the states of a claim's host once the claim holds what its receipts say. */
  Map<String, Object> take(Claim claim, Map<String, Object> states);

  /** Returns the states of a claim's host once the claim gave back what its receipts say. */
  Map<String, Object> giveBack(Claim claim, Map<String, Object> states);

  /** States that were computed before, so that no plug-in runs while the inventory is locked. */
  record Known(Map<HostKey, Map<String, Object>> after) implements BookingStates {
    @Override
    public Map<String, Object> rebuild(HostDescription host, Collection<Claim> claims) {
      return after.getOrDefault(host.key(), Map.of());
    }

    @Override
    public Map<String, Object> take(Claim claim, Map<String, Object> states) {
      return after.getOrDefault(claim.host(), states);
    }

    @Override
    public Map<String, Object> giveBack(Claim claim, Map<String, Object> states) {
      return after.getOrDefault(claim.host(), states);
    }
  }
}
