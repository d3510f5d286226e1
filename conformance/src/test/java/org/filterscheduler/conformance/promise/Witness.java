package org.filterscheduler.conformance.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;

/**
 * Follows an inventory event by event on one of its own, and before each claim asks the filters
 * anew whether they would have the instance on that host: on the state that the claim replaced.
 */
final class Witness {
  private final SteppingClock clock;
  private final HostInventory replica;
  private final FilterScheduler judge;
  private final Map<String, RequestSpec> requests;
  private final Map<String, Claim> known = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int judged;

  /**
   * Starts before the first event.
   *
   * @param clock the clock of the judge, which follows the events
   * @param judge a scheduler of the same policy, on an empty inventory
   * @param requests the requests for one instance, by the id of the claim that they ask for
   */
  Witness(SteppingClock clock, FilterScheduler judge, Map<String, RequestSpec> requests) {
    this.clock = clock;
    this.judge = judge;
    this.replica = judge.inventory();
    this.requests = requests;
  }

  void follow(InventoryEvent event) {
    clock.reach(event.at());
    if (event instanceof InventoryEvent.ClaimsChanged changed) {
      judge(changed);
    }
    replica.apply(event);
  }

  private void judge(InventoryEvent.ClaimsChanged event) {
    ClusterFork before = replica.snapshot().fork();
    for (Claim claim : event.claims()) {
      if (known.put(claim.id(), claim) == null && !claim.forced()) {
        judge(claim, before, event);
      }
    }
  }

  private void judge(Claim claim, ClusterFork before, InventoryEvent event) {
    RequestSpec request = Objects.requireNonNull(requests.get(claim.id()), claim.id());
    RequestSpec there =
        request.toBuilder()
            .claimIds(List.of())
            .requestedDestination(new Destination(claim.host().host(), claim.host().node()))
            .build();
    SchedulingResult verdict = judge.dryRun(there, before);
    if (verdict.scheduled().isEmpty()) {
      broken.add("event " + event.sequence() + ": " + claim + ": " + verdict.message());
    }
    before.place(request, claim.host());
    judged++;
  }

  int judged() {
    return judged;
  }

  /** Returns the claims that the filters would have rejected. */
  List<String> broken() {
    return broken;
  }

  HostInventory replica() {
    return replica;
  }
}
