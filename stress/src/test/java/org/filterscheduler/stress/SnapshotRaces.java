package org.filterscheduler.stress;

import static org.filterscheduler.stress.Cloud.A;
import static org.filterscheduler.stress.Cloud.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.ClusterSnapshot;
import org.filterscheduler.api.FilterScheduler;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What readers see while others write: whole states, in their order, that never change. */
public final class SnapshotRaces {
  private SnapshotRaces() {}

  /** A claim is seen with its amounts, its instance and its number, or not at all. */
  @JCStressTest
  @Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "Before the claim.")
  @Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "After the claim.")
  @State
  public static class ClaimIsSeenWhole {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void claim() {
      cloud.claim("c", A);
    }

    @Actor
    public void read(LLL_Result r) {
      ClusterSnapshot snapshot = cloud.inventory.snapshot();
      r.r1 = Cloud.taken(snapshot, A);
      r.r2 = Cloud.hostsOf(snapshot, "c").size();
      r.r3 = snapshot.sequence();
    }
  }

  /** What is released is gone from the amounts and from the instances at once. */
  @JCStressTest
  @Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "Before the release.")
  @Outcome(id = "0, 0, 3", expect = ACCEPTABLE, desc = "After the release.")
  @State
  public static class ReleaseIsSeenWhole {
    private final Cloud cloud = Cloud.of(2, A);

    public ReleaseIsSeenWhole() {
      cloud.claim("c", A);
    }

    @Actor
    public void release() {
      cloud.release("c");
    }

    @Actor
    public void read(LLL_Result r) {
      ClusterSnapshot snapshot = cloud.inventory.snapshot();
      r.r1 = Cloud.taken(snapshot, A);
      r.r2 = Cloud.hostsOf(snapshot, "c").size();
      r.r3 = snapshot.sequence();
    }
  }

  /** A move is never seen half done. */
  @JCStressTest
  @Outcome(id = "a1 b0", expect = ACCEPTABLE, desc = "Before the move.")
  @Outcome(id = "a0 b1", expect = ACCEPTABLE, desc = "After the move.")
  @State
  public static class MoveIsSeenWhole {
    private final Cloud cloud = Cloud.of(2, A, B);

    public MoveIsSeenWhole() {
      cloud.claim("c", A);
    }

    @Actor
    public void move() {
      cloud.move("c", B);
    }

    @Actor
    public void read(L_Result r) {
      r.r1 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** The instances of a request are seen all or none. */
  @JCStressTest
  @Outcome(id = "(ab|ba), a0 b0", expect = ACCEPTABLE, desc = "Before the request.")
  @Outcome(id = "(ab|ba), a1 b1", expect = ACCEPTABLE, desc = "After the request.")
  @State
  public static class RequestIsSeenWhole {
    private final Cloud cloud = Cloud.of(1, A, B);
    private final FilterScheduler scheduler = cloud.scheduler();

    @Actor
    public void select(LL_Result r) {
      r.r1 = Cloud.select(scheduler, Cloud.request("instance-1", "instance-2").build());
    }

    @Actor
    public void read(LL_Result r) {
      r.r2 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** Time never goes back for a reader, by whichever method it looks. */
  @JCStressTest
  @Outcome(id = "ordered", expect = ACCEPTABLE, desc = "Never goes back.")
  @State
  public static class NeverBackInTime {
    private final Cloud cloud = Cloud.of(2, A, B);

    @Actor
    public void claimOne() {
      cloud.claim("c", A);
    }

    @Actor
    public void claimOther() {
      cloud.claim("d", B);
    }

    @Actor
    public void read(L_Result r) {
      ClusterSnapshot first = cloud.inventory.snapshot();
      long between = cloud.inventory.sequence();
      int claims = cloud.inventory.claims().size();
      ClusterSnapshot last = cloud.inventory.snapshot();
      boolean ordered =
          first.sequence() <= between
              && between <= claims + 2L // two reports came before
              && claims + 2L <= last.sequence();
      r.r1 = ordered ? "ordered" : first.sequence() + " " + between + " " + last.sequence();
    }
  }

  /** Who writes and then reads sees the own claim, and of two such at least one sees both. */
  @JCStressTest
  @Outcome(id = "a1 b0, a1 b1", expect = ACCEPTABLE, desc = "The other one wrote later.")
  @Outcome(id = "a1 b1, a0 b1", expect = ACCEPTABLE, desc = "The other one wrote earlier.")
  @Outcome(id = "a1 b1, a1 b1", expect = ACCEPTABLE, desc = "Both wrote before both read.")
  @State
  public static class WriteThenRead {
    private final Cloud cloud = Cloud.of(2, A, B);

    @Actor
    public void one(LL_Result r) {
      cloud.claim("c", A);
      r.r1 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }

    @Actor
    public void other(LL_Result r) {
      cloud.claim("d", B);
      r.r2 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** Two claims are seen by two readers in one and the same order. */
  @JCStressTest
  @Outcome(id = "(0|1|2), (0|1|2), true", expect = ACCEPTABLE, desc = "One history for all.")
  @State
  public static class ReadersAgree {
    private final Cloud cloud = Cloud.of(2, A, B);
    private String one = "";
    private String other = "";

    @Actor
    public void claimBoth() {
      cloud.claim("c", A);
      cloud.claim("d", B);
    }

    @Actor
    public void readOne(LLL_Result r) {
      ClusterSnapshot snapshot = cloud.inventory.snapshot();
      r.r1 = snapshot.sequence() - 2;
      one = Cloud.takenOnBoth(snapshot);
    }

    @Actor
    public void readOther(LLL_Result r) {
      ClusterSnapshot snapshot = cloud.inventory.snapshot();
      r.r2 = snapshot.sequence() - 2;
      other = Cloud.takenOnBoth(snapshot);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = r.r1.equals(r.r2) == one.equals(other);
    }
  }

  /** A snapshot that is held does not change, though all that is in it does. */
  @JCStressTest
  @Outcome(id = "a1 b0 of 2, a1 b0 of 2", expect = ACCEPTABLE, desc = "As when it was taken.")
  @State
  public static class HeldSnapshotStays {
    private final Cloud cloud = Cloud.of(2, A, B);
    private final ClusterSnapshot held;

    public HeldSnapshotStays() {
      cloud.claim("c", A);
      held = cloud.inventory.snapshot();
    }

    @Actor
    public void write() {
      cloud.move("c", B);
      cloud.release("c");
      cloud.report(B, 2, 2, "e");
      cloud.remove(A);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = seen();
    }

    @Arbiter
    public void end(LL_Result r) {
      r.r2 = seen();
    }

    private String seen() {
      return Cloud.takenOnBoth(held) + " of " + held.hosts().size();
    }
  }

  /** Two simulations on one snapshot see nothing of each other, nor of the inventory. */
  @JCStressTest
  @Outcome(id = "a1 b0, a0 b1, a0 b0", expect = ACCEPTABLE, desc = "Each its own.")
  @State
  public static class TwoForks {
    private final Cloud cloud = Cloud.of(2, A, B);
    private final ClusterSnapshot snapshot = cloud.inventory.snapshot();

    @Actor
    public void one(LLL_Result r) {
      ClusterFork fork = snapshot.fork();
      fork.place(Cloud.request("instance-1").build(), A);
      r.r1 = Cloud.takenOnBoth(fork);
    }

    @Actor
    public void other(LLL_Result r) {
      ClusterFork fork = snapshot.fork();
      fork.place(Cloud.request("instance-2").build(), B);
      r.r2 = Cloud.takenOnBoth(fork);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = Cloud.takenOnBoth(snapshot);
    }
  }
}
