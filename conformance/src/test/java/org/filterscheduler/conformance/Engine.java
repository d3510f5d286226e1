package org.filterscheduler.conformance;

import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;

/** How decisions are made; the tests of this module ask all engines the same. */
public enum Engine {
  /** The specification: asks every host. */
  PLAIN,
  /** The index. */
  FAST;

  /** Whether the library has the fast engine: until then it is told apart by its name only. */
  private static final boolean FAST_IS_THERE = false;

  /** Returns the engines that there are. */
  public static List<Engine> all() {
    return FAST_IS_THERE ? List.of(PLAIN, FAST) : List.of(PLAIN);
  }

  /** Returns a configuration with this engine. */
  public SchedulerConfiguration in(SchedulerConfiguration configuration) {
    boolean fast = this == FAST && FAST_IS_THERE;
    return configuration.with("engine", fast ? "fast" : "plain", "the engine under test");
  }

  @Override
  public String toString() {
    return this == PLAIN ? "plain" : "fast";
  }
}
