package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.jspecify.annotations.Nullable;

/**
 * Counts by an index how many hosts each step leaves, without asking plug-ins again: what a refusal
 * tells at once. Not for several threads.
 */
final class Census {
  private final HostIndex index;
  private final long[] left; // a bit per slot
  private int count;

  private Census(Books books) {
    this.index = books.index();
    left = new long[(index.length() + 63) >>> 6];
    for (int word = 0; word < left.length; word++) {
      left[word] = index.present().word(word);
    }
    count = index.present().count();
  }

  /**
   * Counts.
   *
   * @param books the hosts; what of their index is stale is not used
   * @return the counts; null if some check has to be asked host by host
   */
  static @Nullable Explanation of(RequestSpec request, Prepared prepared, Books books) {
    if (books.index().staleCount() > 0) {
      return null;
    }
    Census census = new Census(books);
    List<Explanation.Step> steps = new ArrayList<>();
    for (Step step : prepared.steps()) {
      int before = census.count;
      if (before == 0) {
        break; // as on the plain path: a step that no host reaches is not taken
      }
      if (!census.take(step.check())) {
        return null;
      }
      steps.add(new Explanation.Step(step.name(), step.filter(), before, census.count, List.of()));
    }
    return Explanation.builder(request).hosts(books.hostCount()).steps(steps).build();
  }

  private boolean take(HostCheck check) {
    if (check instanceof HostCheck.Limited limited) {
      return take(limited.check());
    }
    if (check instanceof HostCheck.All all) {
      for (HostCheck part : all.checks()) {
        if (!take(part)) {
          return false;
        }
      }
      return true;
    }
    if (check instanceof CapacityCheck capacity) {
      return take(capacity);
    }
    if (check instanceof DescriptionCheck description) {
      return take(description);
    }
    if (check instanceof HostCheck.Nothing) {
      Arrays.fill(left, 0);
      count = 0;
    }
    return check instanceof HostCheck.Nothing || check == HostCheck.everything();
  }

  private boolean take(DescriptionCheck check) {
    HostIndex.Verdicts verdicts = index.verdicts(check);
    if (verdicts == null || index.behind(verdicts) != 0) {
      return false;
    }
    count = 0;
    for (int word = 0; word < left.length; word++) {
      left[word] &= verdicts.tree().word(word);
      count += Long.bitCount(left[word]);
    }
    return true;
  }

  private boolean take(CapacityCheck check) {
    Column column = index.column(check.dimension());
    if (column == null || column.isFaulty()) {
      return false;
    }
    count = 0;
    for (int word = 0; word < left.length; word++) {
      if (left[word] != 0) {
        left[word] &= reaching(column, check.demand(), word);
        count += Long.bitCount(left[word]);
      }
    }
    return true;
  }

  /** Returns which of the slots of a word reach a demand; sixteen at once where all or none do. */
  private long reaching(Column column, double demand, int word) {
    long reaching = 0;
    for (int part = 0; part < 4; part++) {
      int group = 4 * word + part;
      long mask = (left[word] >>> (16 * part)) & 0xFFFF;
      if (mask != 0 && column.most(1, group)[group & Doubles.MASK] >= demand) {
        boolean all = column.least(1, group)[group & Doubles.MASK] >= demand;
        long some = all ? mask : column.reaching(demand, 0, group, (int) mask);
        reaching |= some << (16 * part);
      }
    }
    return reaching;
  }
}
