package org.filterscheduler.core;

import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostWeigher;

/**
 * A configuration brought to life: checked, with its plug-ins created. Immutable; a scheduler swaps
 * it whole.
 *
 * @param configuration what it was made from
 * @param filters the enabled filters, in the configured order
 * @param weighers the enabled weighers, in the configured order
 * @param hostSubsetSize among how many of the best hosts one is drawn, 1 or more
 * @param shuffleBest whether one of the hosts of the highest weight is drawn, not the first taken
 * @param maxAttempts how often a request may be tried, 1 or more
 * @param quirks which of Nova's mistakes are reproduced
 * @param engine how decisions are made
 */
record Policy(
    SchedulerConfiguration configuration,
    List<Filter> filters,
    List<Weigher> weighers,
    int hostSubsetSize,
    boolean shuffleBest,
    int maxAttempts,
    Quirks quirks,
    Engine engine) {
  /** How decisions are made. */
  enum Mode {
    /** By the index, where that is exact. */
    FAST,
    /** Host by host. */
    PLAIN,
    /** Both ways; the plain answer counts, and a difference is reported. */
    VERIFY
  }

  /**
   * How decisions are made.
   *
   * @param mode which path
   * @param indexed whether the trees of the index are used, and not only its columns
   */
  record Engine(Mode mode, boolean indexed) {
    static final Engine PLAIN = new Engine(Mode.PLAIN, false);
  }

  /**
   * An enabled filter.
   *
   * @param name its name
   * @param traits when it runs
   * @param filter the filter
   * @param nothingToAsk its step where it asks nothing, for most requests the same
   */
  record Filter(String name, FilterTraits traits, HostFilter filter, Step nothingToAsk) {
    Filter(String name, FilterTraits traits, HostFilter filter) {
      this(
          name,
          traits,
          filter,
          new Step(name, true, traits.oncePerRequest(), HostCheck.everything()));
    }
  }

  /**
   * An enabled weigher.
   *
   * @param name its name
   * @param weigher the weigher
   */
  record Weigher(String name, HostWeigher weigher) {}

  /**
   * Which of Nova's mistakes are reproduced; {@code compatibility = pike} sets all.
   *
   * @param swapIsFree a claim does not deduct the flavor's swap
   * @param requestIsBlind an instance does not see those placed earlier in the same request among
   *     the instances of a host (it does see their amounts, and their hosts in the group)
   * @param failuresFailRequests a plug-in that throws fails the request, not the host
   * @param sharedInstanceUuid all instances of a request are judged under its one instance id
   */
  record Quirks(
      boolean swapIsFree,
      boolean requestIsBlind,
      boolean failuresFailRequests,
      boolean sharedInstanceUuid) {
    static final Quirks NONE = new Quirks(false, false, false, false);
    static final Quirks PIKE = new Quirks(true, true, true, true);
  }

  Policy {
    filters = List.copyOf(filters);
    weighers = List.copyOf(weighers);
  }
}
