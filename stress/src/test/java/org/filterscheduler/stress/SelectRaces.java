package org.filterscheduler.stress;

import static org.filterscheduler.stress.Cloud.A;
import static org.filterscheduler.stress.Cloud.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.List;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Schedulers that share one inventory: no host takes what its filters would reject. */
public final class SelectRaces {
  private SelectRaces() {}

  private static RequestSpec member(String instance, String policy) {
    ServerGroup group = ServerGroup.builder("group").policy(policy).build();
    return Cloud.request(instance).group(group).build();
  }

  /** Two want the last place of all: one gets it, the other is told that there is none. */
  @JCStressTest
  @Outcome(id = "a, none, 1", expect = ACCEPTABLE, desc = "One was first.")
  @Outcome(id = "none, a, 1", expect = ACCEPTABLE, desc = "The other was first.")
  @State
  public static class LastPlace {
    private final Cloud cloud = Cloud.of(1, A);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.scheduler();

    @Actor
    public void one(LLL_Result r) {
      r.r1 = Cloud.select(one, Cloud.request("instance-1").build());
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = Cloud.select(other, Cloud.request("instance-2").build());
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** As before, on a scheduler that has no shortcuts and one that may have them. */
  @JCStressTest
  @Outcome(id = "a, none, 1", expect = ACCEPTABLE, desc = "One was first.")
  @Outcome(id = "none, a, 1", expect = ACCEPTABLE, desc = "The other was first.")
  @State
  public static class LastPlaceOnTwoEngines {
    private final Cloud cloud = Cloud.of(1, A);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.plainScheduler();

    @Actor
    public void one(LLL_Result r) {
      r.r1 = Cloud.select(one, Cloud.request("instance-1").build());
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = Cloud.select(other, Cloud.request("instance-2").build());
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** One scheduler for two threads, two places: both are placed, each in its own. */
  @JCStressTest
  @Outcome(id = "a, b, a1 b1", expect = ACCEPTABLE, desc = "One was first.")
  @Outcome(id = "b, a, a1 b1", expect = ACCEPTABLE, desc = "The other was first.")
  @State
  public static class OneSchedulerTwoThreads {
    private final Cloud cloud = Cloud.of(1, A, B);
    private final FilterScheduler scheduler = cloud.scheduler();

    @Actor
    public void one(LLL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1").build());
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = Cloud.select(scheduler, Cloud.request("instance-2").build());
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** Two requests of two instances each for two places: one has both, never each has one. */
  @JCStressTest
  @Outcome(id = "(ab|ba), none, a1 b1", expect = ACCEPTABLE, desc = "One was first.")
  @Outcome(id = "none, (ab|ba), a1 b1", expect = ACCEPTABLE, desc = "The other was first.")
  @State
  public static class AllOrNone {
    private final Cloud cloud = Cloud.of(1, A, B);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.scheduler();

    @Actor
    public void one(LLL_Result r) {
      r.r1 = Cloud.select(one, Cloud.request("instance-1", "instance-2").build());
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = Cloud.select(other, Cloud.request("instance-3", "instance-4").build());
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** Two members of a group that must be apart: never on one host, and both are placed. */
  @JCStressTest
  @Outcome(id = "a, b", expect = ACCEPTABLE, desc = "Apart.")
  @Outcome(id = "b, a", expect = ACCEPTABLE, desc = "Apart.")
  @State
  public static class AntiAffinity {
    private final Cloud cloud = Cloud.of(4, A, B);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.scheduler();

    @Actor
    public void one(LL_Result r) {
      r.r1 = Cloud.select(one, member("instance-1", "anti-affinity"));
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = Cloud.select(other, member("instance-2", "anti-affinity"));
    }
  }

  /** Two members of a group that must be together: on one host, though spreading is preferred. */
  @JCStressTest
  @Outcome(id = "a, a", expect = ACCEPTABLE, desc = "Together.")
  @State
  public static class Affinity {
    private final Cloud cloud = Cloud.of(4, A, B);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.scheduler();

    @Actor
    public void one(LL_Result r) {
      r.r1 = Cloud.select(one, member("instance-1", "affinity"));
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = Cloud.select(other, member("instance-2", "affinity"));
    }
  }

  /** A request that is delivered twice gets one answer and one claim. */
  @JCStressTest
  @Outcome(id = "a, a, a1 b0", expect = ACCEPTABLE, desc = "The same answer.")
  @State
  public static class SameRequestTwice {
    private final Cloud cloud = Cloud.of(4, A, B);
    private final FilterScheduler one = cloud.scheduler();
    private final FilterScheduler other = cloud.scheduler();
    private final RequestSpec request = Cloud.request("instance-1").claimIds(List.of("c")).build();

    @Actor
    public void one(LLL_Result r) {
      r.r1 = Cloud.select(one, request);
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = Cloud.select(other, request);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** The last place is given back while it is wanted. */
  @JCStressTest
  @Outcome(id = "a, released, 1", expect = ACCEPTABLE, desc = "It was free in time.")
  @Outcome(id = "none, released, 0", expect = ACCEPTABLE, desc = "It was not.")
  @State
  public static class SelectAndRelease {
    private final Cloud cloud = Cloud.of(1, A);
    private final FilterScheduler scheduler = cloud.scheduler();

    public SelectAndRelease() {
      cloud.claim("c", A);
    }

    @Actor
    public void select(LLL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1").build());
    }

    @Actor
    public void release(LLL_Result r) {
      r.r2 = cloud.release("c");
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** A claim without asking filters takes the last place: it is then not given again. */
  @JCStressTest
  @Outcome(id = "a, claimed, 2", expect = ACCEPTABLE, desc = "Claims by hand may overcommit.")
  @Outcome(id = "none, claimed, 1", expect = ACCEPTABLE, desc = "The claim came first.")
  @State
  public static class SelectAndClaim {
    private final Cloud cloud = Cloud.of(1, A);
    private final FilterScheduler scheduler = cloud.scheduler();

    @Actor
    public void select(LLL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1").build());
    }

    @Actor
    public void claim(LLL_Result r) {
      r.r2 = cloud.claim("c", A);
    }

    @Arbiter
    public void end(LLL_Result r) {
      boolean filtersWereAsked =
          cloud.inventory.claims().size() == 1 || firstClaim(cloud.journal).equals("instance-1");
      r.r3 = filtersWereAsked ? cloud.taken() : "placed on a full host";
    }

    private static String firstClaim(List<InventoryEvent> journal) {
      for (InventoryEvent event : journal) {
        if (event instanceof InventoryEvent.ClaimsChanged changed) {
          return changed.claims().get(0).instanceUuid();
        }
      }
      return "none";
    }
  }

  /** The best host is disabled while it is chosen: it gets nothing that is claimed afterwards. */
  @JCStressTest
  @Outcome(id = "a, before", expect = ACCEPTABLE, desc = "Claimed while it was enabled.")
  @Outcome(id = "b, .*", expect = ACCEPTABLE, desc = "The other host.")
  @State
  public static class SelectAndDisable {
    private final Cloud cloud = Cloud.of(4, A, B);
    private final FilterScheduler scheduler = cloud.scheduler();

    public SelectAndDisable() {
      cloud.claim("c", B); // so that a is better
    }

    @Actor
    public void select(LL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1").build());
    }

    @Actor
    public void disable() {
      cloud.inventory.change(new OperatorChange.ServiceDisabled(A.host(), null));
    }

    @Arbiter
    public void end(LL_Result r) {
      InventoryEvent last = cloud.journal.get(cloud.journal.size() - 1);
      r.r2 = last instanceof InventoryEvent.OperatorChanged ? "before" : "after";
    }
  }

  /** The best host is removed while it is chosen: nothing is claimed on a host that is gone. */
  @JCStressTest
  @Outcome(id = "a, before", expect = ACCEPTABLE, desc = "Claimed while it was there.")
  @Outcome(id = "b, .*", expect = ACCEPTABLE, desc = "The other host.")
  @State
  public static class SelectAndRemoval {
    private final Cloud cloud = Cloud.of(4, A, B);
    private final FilterScheduler scheduler = cloud.scheduler();

    public SelectAndRemoval() {
      cloud.claim("c", B); // so that a is better
    }

    @Actor
    public void select(LL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1").build());
    }

    @Actor
    public void remove() {
      cloud.remove(A);
    }

    @Arbiter
    public void end(LL_Result r) {
      InventoryEvent last = cloud.journal.get(cloud.journal.size() - 1);
      r.r2 = last instanceof InventoryEvent.OperatorChanged ? "before" : "after";
    }
  }
}
