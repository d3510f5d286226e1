package org.filterscheduler.conformance;

import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;

/** How decisions are made; the tests of this module ask all engines the same. */
public enum Engine {
  /** The specification: asks every host. */
  PLAIN,
  /** The index. */
  FAST;

  /** Returns all engines. */
  public static List<Engine> all() {
    return List.of(values());
  }

  /** Returns a configuration with this engine. */
  public SchedulerConfiguration in(SchedulerConfiguration configuration) {
    return configuration.with("engine", toString(), "the engine under test");
  }

  @Override
  public String toString() {
    return this == PLAIN ? "plain" : "fast";
  }
}
