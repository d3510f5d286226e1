package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostMetric;
import org.jspecify.annotations.Nullable;

/*
 * What plug-ins have to be asked before an index can be searched. It is collected from the books,
 * evaluated (which may be done outside any lock, for states are immutable), and applied as far as the
 * hosts are still as they were; until there is nothing to collect any more. Not for several threads.
 */
final class Refresh {
  /** A column or a tree of verdicts to be built from the hosts of frozen books. */
  private static final class Build {
    final Object feature;
    final Books frozen;
    final long logged;
    double[] values = new double[0];
    boolean failed;

    Build(Object feature, Books frozen) {
      this.feature = feature;
      this.frozen = frozen;
      this.logged = frozen.index().logged();
    }
  }

  /** Verdicts that have not seen the last changes of descriptions. */
  private static final class CatchUp {
    final DescriptionCheck check;
    final long logged;
    final int[] slots;
    final @Nullable HostDescription[] descriptions;
    final boolean[] verdicts;
    boolean failed;

    CatchUp(DescriptionCheck check, long logged, int count) {
      this.check = check;
      this.logged = logged;
      slots = new int[count];
      descriptions = new HostDescription[count];
      verdicts = new boolean[count];
    }
  }

  private int count;
  private int[] slots = new int[4];
  private @Nullable HostState[] states = new HostState[4];
  private double[] values = new double[0];
  private Object[] measures = new Object[0];
  private final List<Build> builds = new ArrayList<>();
  private final List<CatchUp> catchUps = new ArrayList<>();
  private boolean failed;

  /** Returns whether a plug-in failed to judge some host: then it is not for the index. */
  boolean hasFailed() {
    return failed;
  }

  /**
   * Collects what has to be evaluated.
   *
   * @param builds whether what is not kept yet shall be built
   * @return whether there is anything
   */
  boolean collect(Books books, Plan plan, boolean builds) {
    HostIndex index = books.index();
    clear();
    if (index.staleCount() > 0) {
      collectStale(books);
      return true;
    }
    for (DescriptionCheck check : plan.descriptions()) {
      collect(books, check, builds);
    }
    if (builds) {
      for (Object measure : plan.measures()) {
        if (index.column(measure) == null) {
          this.builds.add(new Build(measure, books.copy()));
        }
      }
    }
    return !this.builds.isEmpty() || !catchUps.isEmpty();
  }

  private void clear() {
    Arrays.fill(states, 0, count, null); // a scratch must not keep hosts alive
    count = 0;
    builds.clear();
    catchUps.clear();
    failed = false;
  }

  private void collectStale(Books books) {
    HostIndex index = books.index();
    count = index.staleCount();
    if (slots.length < count) {
      slots = new int[count];
      states = new HostState[count];
    }
    for (int i = 0; i < count; i++) {
      slots[i] = index.stale(i);
      HostRecord record = books.recordAt(slots[i]);
      states[i] = record == null ? null : record.state();
    }
    measures = index.measures();
  }

  private void collect(Books books, DescriptionCheck check, boolean builds) {
    HostIndex index = books.index();
    HostIndex.Verdicts verdicts = index.verdicts(check);
    int behind = verdicts == null ? -1 : index.behind(verdicts);
    if (behind < 0) {
      if (builds && index.isAskedAgain(check)) {
        this.builds.add(new Build(check, books.copy()));
      }
    } else if (behind > 0) {
      CatchUp catchUp = new CatchUp(check, index.logged(), behind);
      for (int i = 0; i < behind; i++) {
        catchUp.slots[i] = index.loggedBefore(i);
        HostRecord record = books.recordAt(catchUp.slots[i]);
        catchUp.descriptions[i] = record == null ? null : record.state().description();
      }
      catchUps.add(catchUp);
    }
  }

  // ---- evaluation: all that runs plug-ins

  void evaluate() {
    int width = measures.length;
    if (values.length < count * width) {
      values = new double[count * width];
    }
    for (int i = 0; i < count; i++) {
      HostState state = states[i];
      for (int m = 0; m < width && state != null; m++) {
        values[i * width + m] = measure(measures[m], state);
      }
    }
    for (Build build : builds) {
      evaluate(build);
      failed |= build.failed;
    }
    for (CatchUp catchUp : catchUps) {
      evaluate(catchUp);
      failed |= catchUp.failed;
    }
  }

  /** Returns a number of a host; NaN if the plug-in fails to give a fitting one. */
  static double measure(Object measure, HostState host) {
    try {
      if (measure instanceof CapacityDimension dimension) {
        return dimension.headroom(host);
      }
      double value = measure instanceof HostMetric metric ? metric.value(host) : Double.NaN;
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (Exception | StackOverflowError | LinkageError e) {
      return Double.NaN;
    }
  }

  private static void evaluate(Build build) {
    build.values = new double[build.frozen.slotCount()];
    for (int slot = 0; slot < build.values.length && !build.failed; slot++) {
      HostRecord record = build.frozen.recordAt(slot);
      if (record == null) {
        continue;
      }
      if (build.feature instanceof DescriptionCheck check) {
        build.values[slot] = verdict(check, record.state().description());
        build.failed = Double.isNaN(build.values[slot]);
      } else {
        build.values[slot] = measure(build.feature, record.state());
      }
    }
  }

  private static void evaluate(CatchUp catchUp) {
    for (int i = 0; i < catchUp.slots.length; i++) {
      HostDescription description = catchUp.descriptions[i];
      double verdict = description == null ? 0 : verdict(catchUp.check, description);
      catchUp.verdicts[i] = verdict == 1;
      catchUp.failed |= Double.isNaN(verdict);
    }
  }

  /** Returns 1 where a host passes, 0 where it does not, NaN where the plug-in fails. */
  private static double verdict(DescriptionCheck check, HostDescription host) {
    try {
      return check.test(host) ? 1 : 0;
    } catch (Exception | StackOverflowError | LinkageError e) {
      return Double.NaN;
    }
  }

  // ---- back into the books

  @SuppressWarnings("ReferenceEquality") // each change of a host makes a new state
  void apply(Books books) {
    HostIndex index = books.index();
    if (count > 0 && index.measures() == measures) {
      for (int i = 0; i < count; i++) {
        HostRecord record = books.recordAt(slots[i]);
        if ((record == null ? null : record.state()) == states[i]) {
          index.set(slots[i], record != null, values, i * measures.length);
        }
      }
      index.dropFresh();
    }
    for (Build build : builds) {
      if (!build.failed) {
        apply(build, books);
      }
    }
    for (CatchUp catchUp : catchUps) {
      if (!catchUp.failed) {
        apply(catchUp, index);
      }
    }
  }

  private static void apply(Build build, Books books) {
    if (books.dealing() != build.frozen.dealing()) {
      return; // its slots are others now
    }
    if (build.feature instanceof DescriptionCheck check) {
      BitTree tree = books.index().newTree();
      for (int slot = 0; slot < build.values.length; slot++) {
        tree.set(slot, build.values[slot] == 1);
      }
      books.index().put(check, tree, build.logged); // what changed since it catches up with
    } else if (books.index().column(build.feature) == null) {
      applyColumn(build, books);
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static void applyColumn(Build build, Books books) {
    HostIndex index = books.index();
    Column column = index.addColumn(build.feature);
    for (int slot = 0; slot < index.length(); slot++) {
      if (!index.present().get(slot)) {
        continue; // it is still to be evaluated, for all columns
      }
      HostRecord record = books.recordAt(slot);
      HostRecord then = slot < build.values.length ? build.frozen.recordAt(slot) : null;
      if (record != null && then != null && record.state() == then.state()) {
        column.set(slot, build.values[slot], false, true);
      } else {
        column.set(slot, Double.NaN, false, true);
        index.changed(slot, false);
      }
    }
  }

  private static void apply(CatchUp catchUp, HostIndex index) {
    HostIndex.Verdicts verdicts = index.verdicts(catchUp.check);
    if (verdicts == null) {
      return;
    }
    BitTree tree = index.owned(verdicts);
    for (int i = 0; i < catchUp.slots.length; i++) {
      tree.set(catchUp.slots[i], catchUp.verdicts[i]);
    }
    index.put(catchUp.check, tree, catchUp.logged);
  }
}
