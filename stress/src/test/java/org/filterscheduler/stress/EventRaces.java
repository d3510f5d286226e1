package org.filterscheduler.stress;

import static org.filterscheduler.stress.Cloud.A;
import static org.filterscheduler.stress.Cloud.B;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.InventoryEvent;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** The events of writers that write at once: all of them, in order, and the state is their fold. */
public final class EventRaces {
  private EventRaces() {}

  private static final int ROUNDS = 4;

  /** Makes enough changes in a row that two threads doing so get into each other's way. */
  private static void change(Cloud cloud, String claim) {
    for (int round = 0; round < ROUNDS; round++) {
      cloud.claim(claim + round, A);
      cloud.release(claim + round);
    }
  }

  /** Takes some time, so that another event could come in between if it may. */
  private static void linger() {
    for (int i = 0; i < 100; i++) {
      Thread.onSpinWait();
    }
  }

  /** A subscriber and the journal get each event once, and in order. */
  @JCStressTest
  @Outcome(id = "true, 17", expect = ACCEPTABLE, desc = "All in order.")
  @State
  public static class EventsInOrder {
    private final Cloud cloud = Cloud.of(8, A);
    private final List<InventoryEvent> told = Collections.synchronizedList(new ArrayList<>());

    public EventsInOrder() {
      told.addAll(cloud.journal);
      cloud.inventory.subscribe(
          event -> {
            linger();
            told.add(event);
          });
    }

    @Actor
    public void one() {
      change(cloud, "c");
    }

    @Actor
    public void other() {
      change(cloud, "d");
    }

    @Arbiter
    public void end(LL_Result r) {
      long expected = 0;
      for (InventoryEvent event : told) {
        expected += event.sequence() == expected + 1 ? 1 : 0;
      }
      r.r1 = told.equals(cloud.journal);
      r.r2 = expected;
    }
  }

  /** A subscriber is called by one thread at a time, and needs no lock of its own. */
  @JCStressTest
  @Outcome(id = "true, 16", expect = ACCEPTABLE, desc = "One at a time.")
  @State
  public static class OneEventAtATime {
    private final Cloud cloud = Cloud.of(8, A);
    private boolean alone = true; // plain on purpose, like the others
    private int inside;
    private int told;

    public OneEventAtATime() {
      cloud.inventory.subscribe(
          event -> {
            alone &= ++inside == 1;
            linger();
            inside--;
            told++;
          });
    }

    @Actor
    public void one() {
      change(cloud, "c");
    }

    @Actor
    public void other() {
      change(cloud, "d");
    }

    @Arbiter
    public void end(LL_Result r) {
      r.r1 = alone;
      r.r2 = told;
    }
  }

  /** Whoever repeats the journal has the same state. */
  @JCStressTest
  @Outcome(id = "same", expect = ACCEPTABLE, desc = "The state is the fold of the events.")
  @State
  public static class JournalIsTheState {
    private final Cloud cloud = Cloud.of(2, A, B);

    @Actor
    public void claim() {
      Cloud.select(cloud.scheduler(), Cloud.request("instance-1").build());
      cloud.move("c", B);
    }

    @Actor
    public void release() {
      cloud.claim("c", A);
      cloud.release("c");
    }

    @Actor
    public void report() {
      cloud.report(A, 2, 2, "c");
      cloud.remove(B);
    }

    @Arbiter
    public void end(L_Result r) {
      HostInventory standby = cloud.replayed();
      boolean same =
          standby.export().equals(cloud.inventory.export())
              && told(standby).equals(told(cloud.inventory));
      r.r1 = same ? "same" : cloud.inventory.export() + " but " + standby.export();
    }

    private static String told(HostInventory inventory) {
      return Cloud.takenOnBoth(inventory.snapshot());
    }
  }
}
