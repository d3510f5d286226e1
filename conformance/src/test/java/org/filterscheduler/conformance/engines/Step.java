package org.filterscheduler.conformance.engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.RequestSpec;

/** One thing that happens; it names all that it touches, so that any history without it can be. */
sealed interface Step {
  /** Has it happen; returns what two engines must have in common. */
  Object happen(World world);

  /** Returns simpler steps in place of this one. */
  default List<Step> smaller() {
    return List.of();
  }

  /** Requests, placed together. */
  record Select(List<Ask> asks) implements Step {
    @Override
    public Object happen(World world) {
      FilterScheduler scheduler = world.schedulerOf(asks.get(0));
      return world.answered(
          asks,
          asks.size() == 1
              ? scheduler.select(asks.get(0).request())
              : scheduler.selectAll(asks.stream().map(Ask::request).toList()));
    }

    @Override
    public List<Step> smaller() {
      List<Step> smaller = new ArrayList<>();
      for (int i = 0; i < asks.size(); i++) {
        List<Ask> fewer = new ArrayList<>(asks);
        Ask removed = fewer.remove(i);
        if (!fewer.isEmpty()) {
          smaller.add(new Select(List.copyOf(fewer)));
        }
        for (Ask simpler : removed.smaller()) {
          List<Ask> same = new ArrayList<>(asks);
          same.set(i, simpler);
          smaller.add(new Select(List.copyOf(same)));
        }
      }
      return smaller;
    }
  }

  /** The best hosts for a request. */
  record Recommend(Ask ask, int most) implements Step {
    @Override
    public Object happen(World world) {
      return world.schedulerOf(ask).recommend(ask.request(), most);
    }

    @Override
    public List<Step> smaller() {
      return ask.smaller().stream().map(one -> (Step) new Recommend(one, most)).toList();
    }
  }

  /** The verdicts of all filters on all hosts. */
  record Explain(Ask ask) implements Step {
    @Override
    public Object happen(World world) {
      RequestSpec request = ask.request();
      return Answers.of(world.schedulerOf(ask).explain(request, world.inventory().snapshot()));
    }

    @Override
    public List<Step> smaller() {
      return ask.smaller().stream().map(one -> (Step) new Explain(one)).toList();
    }
  }

  /**
   * What a request would get on a simulation.
   *
   * @param ask the request
   * @param placed instances that are placed before, without asking
   * @param added a host that is reported before, with what it has
   * @param gone a host that is removed before
   * @param old whether it starts from a snapshot of some time ago
   */
  record DryRun(Ask ask, List<String> placed, Facts added, List<String> gone, boolean old)
      implements Step {
    @Override
    public Object happen(World world) {
      ClusterState state = old ? world.kept() : world.inventory().snapshot();
      FilterScheduler scheduler = world.schedulerOf(ask);
      ClusterFork fork = state.fork();
      Object before = answer(world, scheduler, state);
      long mark = fork.mark();
      for (String host : placed) {
        fork.place(new Ask(ask.id() + 100_000, ask.facts()).request(), Node.key(host));
      }
      fork.report(world.reportOf(HostKey.of("added"), added));
      gone.forEach(host -> fork.removeHost(Node.key(host)));
      Object changed = answer(world, scheduler, fork);
      fork.rollback(mark);
      return List.of(before, changed, answer(world, scheduler, fork));
    }

    private Object answer(World world, FilterScheduler scheduler, ClusterState state) {
      return world.answered(List.of(ask), scheduler.dryRun(ask.request(), state));
    }

    @Override
    public List<Step> smaller() {
      List<Step> smaller = new ArrayList<>();
      smaller.add(new Select(List.of(ask)));
      if (!placed.isEmpty()) {
        smaller.add(new DryRun(ask, List.of(), added, gone, old));
      }
      if (!gone.isEmpty()) {
        smaller.add(new DryRun(ask, placed, added, List.of(), old));
      }
      ask.smaller().forEach(one -> smaller.add(new DryRun(one, placed, added, gone, old)));
      added.smaller().forEach(one -> smaller.add(new DryRun(ask, placed, one, gone, old)));
      return smaller;
    }
  }

  /** A host reports, for the first time or again. */
  record Report(String host, Facts facts) implements Step {
    @Override
    public Object happen(World world) {
      return world.report(Node.key(host), facts);
    }

    @Override
    public List<Step> smaller() {
      return facts.smaller().stream().map(fewer -> (Step) new Report(host, fewer)).toList();
    }
  }

  /** All hosts but some report again. */
  record ReportAllBut(List<String> silent) implements Step {
    @Override
    public Object happen(World world) {
      world.reportAllBut(silent);
      return "done";
    }

    @Override
    public List<Step> smaller() {
      return silent.isEmpty() ? List.of() : List.of(new ReportAllBut(List.of()));
    }
  }

  /** An operator's change. */
  record Change(OperatorChange change) implements Step {
    @Override
    public Object happen(World world) {
      world.inventory().change(change);
      return "done";
    }
  }

  /** Time passes. */
  record Pass(Duration time) implements Step {
    @Override
    public Object happen(World world) {
      world.pass(time);
      return "done";
    }
  }

  /** A claim goes on, or ends. */
  record Claimed(Deed deed, String claim) implements Step {
    enum Deed {
      CONFIRM,
      RELEASE,
      RENEW,
      MOVE
    }

    @Override
    public Object happen(World world) {
      Claim after =
          switch (deed) {
            case CONFIRM -> world.inventory().confirm(claim);
            case RELEASE -> world.inventory().release(claim);
            case RENEW -> world.inventory().renew(claim, Duration.ofMinutes(7));
            case MOVE -> world.inventory().move(claim, HostKey.of("h1"));
          };
      return Answers.of(after);
    }
  }

  /** Another policy for one of the two schedulers. */
  record Reconfigure(int which, Facts policy) implements Step {
    @Override
    public Object happen(World world) {
      world.reconfigure(which, policy);
      return "done";
    }

    @Override
    public List<Step> smaller() {
      return policy.smaller().stream().map(one -> (Step) new Reconfigure(which, one)).toList();
    }
  }

  /** Something that concerns the whole inventory. */
  enum Whole implements Step {
    /** A new process takes over. */
    RESTART {
      @Override
      public Object happen(World world) {
        world.restart();
        return "done";
      }
    },
    /** Somebody keeps the present snapshot. */
    KEEP_SNAPSHOT {
      @Override
      public Object happen(World world) {
        world.keep();
        return world.kept().hosts();
      }
    },
    /** Time is made to count. */
    ADVANCE {
      @Override
      public Object happen(World world) {
        world.inventory().advance();
        return world.inventory().claims();
      }
    }
  }
}
