package org.filterscheduler.core;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds by the index the host that the plain path would find. What it cannot do exactly it leaves
 * to that: it never guesses.
 */
final class FastPath {
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);
  private static final int MOST_ROUNDS = 8; // of evaluation, while others go on changing hosts

  private static final int CONTENDED = 64; // long searches that go to snapshots after a lost race
  private static final int MOST_UNDER_LOCK = 64; // hosts that are weighed one by one

  /** What is large, and made once per thread. */
  static final class Tools {
    final Plan plan = new Plan();
    final Refresh refresh = new Refresh();
    final Search search = new Search();
    boolean used;

    void clear() {
      plan.clear();
      search.clear();
      used = false;
    }
  }

  private static final ThreadLocal<Tools> TOOLS = ThreadLocal.withInitial(Tools::new);

  private final Pipeline pipeline;
  private final Ledger ledger;
  private final Policy policy;
  private final AtomicInteger contended = new AtomicInteger();

  FastPath(Pipeline pipeline, Ledger ledger) {
    this.pipeline = pipeline;
    this.ledger = ledger;
    this.policy = pipeline.policy();
  }

  /** Returns tools of this thread; others where a plug-in decides within a decision. */
  static Tools tools() {
    Tools tools = TOOLS.get();
    if (tools.used) {
      tools = new Tools();
    }
    tools.used = true;
    return tools;
  }

  /** Returns whether a request is one for this path: for instances that are new on their hosts. */
  boolean takes(RequestSpec request) {
    return request.index() == 0
        && request.kind() != RequestKind.REBUILD
        && !LOG.isDebugEnabled(); // what is logged then is a line per filter of the plain path
  }

  /** Prepares all that is asked; null if a plug-in fails to. */
  @Nullable Prepared prepare(Instance instance, @Nullable Prepared before, Scene scene) {
    try {
      Prepared prepared = pipeline.prepare(instance, before, scene);
      return scene.guard().hasFaults() ? null : prepared;
    } catch (PluginException e) {
      return null; // the plain path may not come to that plug-in at all
    }
  }

  /**
   * Fills a plan with what was prepared.
   *
   * @param within the hosts that are left of the request; null for all
   * @return false if only the plain path can tell
   */
  static boolean plan(Prepared prepared, @Nullable BitTree within, Plan plan) {
    plan.setWithin(within);
    add(prepared.preSelection(), within == null, plan);
    add(prepared.filters(), within == null, plan);
    List<PreparedWeigher> weighers = prepared.weighers();
    for (int i = 0; i < weighers.size(); i++) {
      if (!plan.add(weighers.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void add(List<Step> steps, boolean first, Plan plan) {
    for (int i = 0; i < steps.size(); i++) {
      if (first || !steps.get(i).once()) {
        plan.add(steps.get(i).check());
      }
    }
  }

  /**
   * Searches a fork.
   *
   * @param within the hosts that are left of the request; null for all
   * @param more whether the hosts that pass are asked for, for the next instance
   */
  Found search(
      Prepared prepared, Instance instance, Fork fork, @Nullable BitTree within, boolean more) {
    Tools tools = tools();
    try {
      return plan(prepared, within, tools.plan)
          ? search(tools, fork.books(), instance, more)
          : Found.PLAIN;
    } finally {
      tools.clear();
    }
  }

  private Found search(Tools tools, Books books, Instance instance, boolean more) {
    for (int round = 0; tools.refresh.collect(books, tools.plan, false); round++) {
      tools.refresh.evaluate();
      if (tools.refresh.hasFailed() || round == MOST_ROUNDS) {
        return Found.PLAIN;
      }
      tools.refresh.apply(books);
    }
    if (tools.plan.lacks(books.index())) {
      build(tools);
    }
    Search.Outcome outcome = tools.search.run(tools.plan, books, instance.request(), policy, true);
    Found found = found(outcome, tools, books, books.moment());
    if (!more || outcome != Search.Outcome.FOUND) {
      return found;
    }
    BitTree survivors = tools.search.survivors(tools.plan, books);
    return survivors == null ? Found.PLAIN : found.with(survivors);
  }

  /** Makes the inventory's index fresh, so that not every fork has to do that for itself. */
  void freshen() {
    Tools tools = tools();
    try {
      build(tools);
    } finally {
      tools.clear();
    }
  }

  /** Builds what the index of a fork lacks in the index of the inventory, for the forks to come. */
  private void build(Tools tools) {
    boolean fresh = false;
    for (int round = 0; round < MOST_ROUNDS && !fresh; round++) {
      Books books = ledger.tryEnter();
      if (books == null) {
        return; // who only asks waits for nobody: the next one builds it
      }
      try {
        if (round > 0) {
          ledger.apply(tools.refresh);
        }
        fresh = !tools.refresh.collect(books, tools.plan, true);
      } finally {
        ledger.leave();
      }
      tools.refresh.evaluate();
      fresh |= tools.refresh.hasFailed();
    }
  }

  /** What was found on the present books of a ledger. */
  record Found(
      Search.Outcome outcome,
      int hosts,
      @Nullable HostRecord host,
      @Nullable Moment moment,
      @Nullable BitTree survivors) {
    static final Found PLAIN = new Found(Search.Outcome.PLAIN, 0, null, null, null);

    private Found with(BitTree passed) {
      return new Found(outcome, hosts, host, moment, passed);
    }
  }

  /**
   * Searches the present books. Plug-ins are asked outside the lock; where the search itself has to
   * ask them, or takes long, it is done outside too, and counts if nothing has changed meanwhile.
   *
   * @param reads what was read to prepare the plan
   * @param state what the answers were
   */
  Found search(Tools tools, RequestSpec instance, Reads reads, LiveState state) {
    int tries = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Books books = ledger.enter();
      Moment moment;
      long version;
      boolean fresh;
      try {
        if (round > 0) {
          ledger.apply(tools.refresh);
        }
        fresh = !tools.refresh.collect(books, tools.plan, true);
        if (fresh && !isSame(reads, state, books)) {
          return Found.PLAIN;
        }
        moment = books.moment();
        version = ledger.version();
        if (fresh && !tools.plan.asksPlugins(books.index())) {
          Search.Outcome outcome =
              tools.search.run(tools.plan, books, instance, policy, isShort(tools.plan));
          if (outcome != Search.Outcome.SCAN) {
            return found(outcome, tools, books, moment);
          }
        }
      } finally {
        ledger.leave();
      }
      if (fresh && contended.get() > 0) {
        // Others change the books before a long search ends: it needs a snapshot.
        contended.decrementAndGet();
        return Found.PLAIN;
      }
      if (fresh) {
        Found found = searchOutside(tools, books, instance, moment);
        boolean still = ledger.isStill(version);
        if (still || ++tries == 2) {
          contended.addAndGet(still ? 0 : CONTENDED);
          return still ? found : Found.PLAIN;
        }
      } else {
        tools.refresh.evaluate();
        if (tools.refresh.hasFailed()) {
          return Found.PLAIN;
        }
      }
    }
    return Found.PLAIN;
  }

  /** Reads what others may be writing: the caller finds out, and does not use it then. */
  private Found searchOutside(Tools tools, Books books, RequestSpec instance, Moment moment) {
    try {
      return found(
          tools.search.run(tools.plan, books, instance, policy, true), tools, books, moment);
    } catch (RuntimeException e) {
      return Found.PLAIN; // torn; the plain path reads frozen books
    }
  }

  private static Found found(Search.Outcome outcome, Tools tools, Books books, Moment moment) {
    HostRecord host = outcome == Search.Outcome.FOUND ? books.recordAt(tools.search.slot()) : null;
    return new Found(outcome, books.hostCount(), host, moment, null);
  }

  private static boolean isShort(Plan plan) {
    Set<HostKey> included = plan.included();
    return included != null && included.size() <= MOST_UNDER_LOCK && !plan.scans();
  }

  static boolean isSame(Reads reads, LiveState state, Books books) {
    return reads.isEmpty() || reads.sameIn(state, books);
  }
}
