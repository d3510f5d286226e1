package org.filterscheduler.stress;

import static org.filterscheduler.stress.Cloud.A;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ServiceState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Reports against claims, releases, operators and each other: nobody undoes what another owns. */
public final class ReportRaces {
  private ReportRaces() {}

  /** A node lists an instance while its claim is made: it counts once. */
  @JCStressTest
  @Outcome(id = "claimed, ACCEPTED, 1", expect = ACCEPTABLE, desc = "Counted once.")
  @State
  public static class ClaimAndListing {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void claim(LLL_Result r) {
      r.r1 = cloud.claim("c", A);
    }

    @Actor
    public void report(LLL_Result r) {
      r.r2 = cloud.report(A, 2, 2, "c");
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** A node lists an instance while its claim is released: it counts once, at every moment. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Never twice, and never forgotten.")
  @State
  public static class ReleaseAndListing {
    private final Cloud cloud = Cloud.of(2, A);

    public ReleaseAndListing() {
      cloud.claim("c", A);
      cloud.report(A, 2, 2, "c");
    }

    @Actor
    public void release() {
      cloud.release("c");
    }

    @Actor
    public void report() {
      cloud.report(A, 3, 2, "c");
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = cloud.taken();
    }

    @Arbiter
    public void end(LL_Result r) {
      r.r2 = cloud.taken();
    }
  }

  /** A report that does not list an instance wipes out no claim, and revives none. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Not yet released.")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Released.")
  @State
  public static class ReleaseAndReport {
    private final Cloud cloud = Cloud.of(2, A);

    public ReleaseAndReport() {
      cloud.claim("c", A);
    }

    @Actor
    public void release() {
      cloud.release("c");
    }

    @Actor
    public void report() {
      cloud.report(A, 2, 2);
    }

    @Actor
    public void read(LL_Result r) {
      r.r1 = cloud.taken();
    }

    @Arbiter
    public void end(LL_Result r) {
      r.r2 = cloud.taken();
    }
  }

  /** The same report twice: it is taken once. */
  @JCStressTest
  @Outcome(id = "ACCEPTED, STALE, 1", expect = ACCEPTABLE, desc = "One came first.")
  @Outcome(id = "STALE, ACCEPTED, 1", expect = ACCEPTABLE, desc = "The other came first.")
  @State
  public static class SameReportTwice {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void one(LLL_Result r) {
      r.r1 = cloud.report(A, 2, 2, "c");
    }

    @Actor
    public void other(LLL_Result r) {
      r.r2 = cloud.report(A, 2, 2, "c");
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** Two reports of one node overtake each other: the newer one stays. */
  @JCStressTest
  @Outcome(id = "ACCEPTED, ACCEPTED, 0", expect = ACCEPTABLE, desc = "In their order.")
  @Outcome(id = "STALE, ACCEPTED, 0", expect = ACCEPTABLE, desc = "The older one was overtaken.")
  @State
  public static class OlderAndNewerReport {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void older(LLL_Result r) {
      r.r1 = cloud.report(A, 2, 2, "c");
    }

    @Actor
    public void newer(LLL_Result r) {
      r.r2 = cloud.report(A, 3, 2);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.taken();
    }
  }

  /** Two first reports of one node: one registers it, and it is there once. */
  @JCStressTest
  @Outcome(id = "REGISTERED, ACCEPTED, 1", expect = ACCEPTABLE, desc = "In their order.")
  @Outcome(id = "STALE, REGISTERED, 1", expect = ACCEPTABLE, desc = "The first was overtaken.")
  @State
  public static class TwoFirstReports {
    private final Cloud cloud = new Cloud();

    @Actor
    public void first(LLL_Result r) {
      r.r1 = cloud.report(A, 1, 2);
    }

    @Actor
    public void second(LLL_Result r) {
      r.r2 = cloud.report(A, 2, 2);
    }

    @Arbiter
    public void end(LLL_Result r) {
      r.r3 = cloud.inventory.snapshot().hosts().size();
    }
  }

  /** A report never undoes what an operator sets. */
  @JCStressTest
  @Outcome(id = "ACCEPTED, disabled", expect = ACCEPTABLE, desc = "In either order.")
  @State
  public static class ReportAndOperator {
    private final Cloud cloud = Cloud.of(2, A);

    @Actor
    public void report(LL_Result r) {
      r.r1 = cloud.report(A, 2, 2);
    }

    @Actor
    public void disable() {
      cloud.inventory.change(new OperatorChange.ServiceDisabled(A.host(), null));
    }

    @Arbiter
    public void end(LL_Result r) {
      ServiceState service =
          cloud.inventory.snapshot().host(A).orElseThrow().description().service();
      r.r2 = service.disabled() ? "disabled" : "enabled";
    }
  }
}
