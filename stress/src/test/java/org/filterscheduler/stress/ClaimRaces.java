package org.filterscheduler.stress;

import static org.filterscheduler.stress.Cloud.A;
import static org.filterscheduler.stress.Cloud.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two steps of the life of claims at once. The last result is what is taken in the end. */
public final class ClaimRaces {
  private ClaimRaces() {}

  /** The same claim twice, as when a message is delivered twice: one claim, two successes. */
  @JCStressTest
  @Outcome(id = "claimed, claimed, 1", expect = ACCEPTABLE, desc = "One claim.")
  @State
  public static class SameClaimTwice {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void one(LLL_Result r) {
      r.r1 = cloud.claim("c", A);
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = cloud.claim("c", A);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.inventory.claims().size() == 1 ? cloud.taken() : "several claims";
    }
  }

  /** One id for two instances: the first has it. */
  @JCStressTest
  @Outcome(id = "claimed, CLAIM_ID_TAKEN, 1", expect = ACCEPTABLE, desc = "One came first.")
  @Outcome(id = "CLAIM_ID_TAKEN, claimed, 1", expect = ACCEPTABLE, desc = "The other came first.")
  @State
  public static class OneIdForTwoInstances {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void one(LLL_Result r) {
      r.r1 = cloud.claim("c", "instance-1", A);
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = cloud.claim("c", "instance-2", A);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** A claim and its release. */
  @JCStressTest
  @Outcome(id = "claimed, released, 0", expect = ACCEPTABLE, desc = "In this order.")
  @Outcome(id = "claimed, UNKNOWN_CLAIM, 1", expect = ACCEPTABLE, desc = "The release was early.")
  @State
  public static class ClaimAndRelease {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void claim(LLL_Result r) {
      r.r1 = cloud.claim("c", A);
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

  /** A claim is released twice: its place is given back once. */
  @JCStressTest
  @Outcome(id = "released, released, 1", expect = ACCEPTABLE, desc = "The other claim is left.")
  @State
  public static class ReleaseTwice {
    private final Cloud cloud = Cloud.of(2, A);

    public ReleaseTwice() {
      cloud.claim("c", A);
      cloud.claim("other", A);
    }

    @Actor
    public void one(LLL_Result r) {
      r.r1 = cloud.release("c");
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = cloud.release("c");
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** A build ends while the instance is deleted: no place may stay taken. */
  @JCStressTest
  @Outcome(id = "confirmed, released, 0", expect = ACCEPTABLE, desc = "In this order.")
  @Outcome(id = "CLAIM_RELEASED, released, 0", expect = ACCEPTABLE, desc = "Too late to confirm.")
  @State
  public static class ConfirmAndRelease {
    private final Cloud cloud = Cloud.of(2, A);

    public ConfirmAndRelease() {
      cloud.claim("c", A);
    }

    @Actor
    public void confirm(LLL_Result r) {
      r.r1 = cloud.confirm("c");
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

  /** A claim moves while it is released: a reader sees it in one place or in none. */
  @JCStressTest
  @Outcome(id = "(moved|CLAIM_RELEASED), a1 b0, a0 b0", expect = ACCEPTABLE, desc = "Before both.")
  @Outcome(id = "(moved|CLAIM_RELEASED), a0 b0, a0 b0", expect = ACCEPTABLE, desc = "Released.")
  @Outcome(id = "moved, a0 b1, a0 b0", expect = ACCEPTABLE, desc = "Moved, not yet released.")
  @State
  public static class MoveAndRelease {
    private final Cloud cloud = Cloud.of(2, A, B);

    public MoveAndRelease() {
      cloud.claim("c", A);
    }

    @Actor
    public void move(LLL_Result r) {
      r.r1 = cloud.move("c", B);
    }

    @Actor
    public void release() {
      cloud.release("c");
    }

    @Actor
    public void read(LLL_Result r) {
      r.r2 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = Cloud.takenOnBoth(cloud.inventory.snapshot());
    }
  }

  /** A host is removed while it is claimed: the claim holds when the host is back, or never did. */
  @JCStressTest
  @Outcome(id = "claimed, 1", expect = ACCEPTABLE, desc = "Claimed, then removed.")
  @Outcome(id = "UNKNOWN_HOST, 0", expect = ACCEPTABLE, desc = "Removed first.")
  @State
  public static class ClaimAndRemoval {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void claim(LL_Result r) {
      r.r1 = cloud.claim("c", A);
    }

    @Actor
    public void remove() {
      cloud.remove(A);
    }

    @Arbiter
    public void hostComesBack(LL_Result r) {
      cloud.report(A, 1, 2);
      r.r2 = cloud.taken();
    }
  }

  /** A claim is released while its host is removed: nothing is taken when the host is back. */
  @JCStressTest
  @Outcome(id = "released, 0", expect = ACCEPTABLE, desc = "In either order.")
  @State
  public static class ReleaseAndRemoval {
    private final Cloud cloud = Cloud.of(2, A);

    public ReleaseAndRemoval() {
      cloud.claim("c", A);
    }

    @Actor
    public void release(LL_Result r) {
      r.r1 = cloud.release("c");
    }

    @Actor
    public void remove() {
      cloud.remove(A);
    }

    @Arbiter
    public void hostComesBack(LL_Result r) {
      cloud.report(A, 1, 2);
      r.r2 = cloud.taken();
    }
  }
}
