package org.filterscheduler.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the engine is configured beside the options of a case.
 *
 * @param engine the engine
 * @param name for people to read
 * @param settings by path
 */
record Mode(Engine engine, String name, Map<String, Object> settings) {
  /** Nova's mistakes included: every case must agree. */
  static final Mode PIKE = new Mode(Engine.PLAIN, "pike", Map.of("compatibility", "pike"));

  /** As the library comes. */
  static final Mode DEFAULT = new Mode(Engine.PLAIN, "default", Map.of());

  private static final Map<String, Object> SWITCHES =
      Map.of(
          "compatibility-switches.swap-is-free", true,
          "compatibility-switches.request-is-blind", true,
          "compatibility-switches.shared-instance-uuid", true,
          "on-plugin-failure", "fail-request");

  Mode {
    settings = Map.copyOf(settings);
  }

  /** Returns the names of the switches, each of which reproduces one of Nova's mistakes. */
  static List<String> switches() {
    return SWITCHES.keySet().stream().sorted().toList();
  }

  /** Returns the default with some of Nova's mistakes. */
  static Mode defaultWith(List<String> switches) {
    Map<String, Object> settings = new TreeMap<>();
    for (String name : switches) {
      Object value = SWITCHES.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "switch (" + name + ") must be one of " + SWITCHES.keySet() + ".");
      }
      settings.put(name, value);
    }
    return new Mode(Engine.PLAIN, "default with " + switches, settings);
  }

  /** Returns this mode on an engine. */
  Mode on(Engine other) {
    return new Mode(other, name, settings);
  }

  @Override
  public String toString() {
    return name + " on " + engine;
  }
}
