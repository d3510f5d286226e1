package org.filterscheduler.benchmarks;

import java.time.Duration;
import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;

/** What the decisions are about, and how hosts are weighed. */
enum Workload {
  /** Half full, and the host with the most free memory is taken. */
  SPREAD("spread"),
  /** Half full, and all weighers of an unmodified nova.conf of Pike count. */
  PIKE("pike"),
  /** 95% full: few hosts have room, and some requests may be refused. */
  FULL("full"),
  /** Half full, and the host with the least free memory is taken. */
  PACKING("packing"),
  /** As spread, and the two next best hosts are read too. */
  ALTERNATES("alternates");

  private static final int SEED = 1;

  private final String text;

  Workload(String text) {
    this.text = text;
  }

  static Workload of(String text) {
    for (Workload workload : values()) {
      if (workload.text.equals(text)) {
        return workload;
      }
    }
    throw new IllegalArgumentException("workload (" + text + ") is unknown.");
  }

  /** Returns the hosts and requests. */
  Spread spread(int hosts) {
    return this == FULL ? Spread.nearlyFull(hosts, SEED) : new Spread(hosts, SEED);
  }

  /** Returns whether no request may be refused. */
  boolean mustPlaceAll() {
    return this != FULL;
  }

  /** Returns how many hosts beside the chosen one are read. */
  int alternates() {
    return this == ALTERNATES ? 2 : 0;
  }

  /**
   * Returns the configuration of this library.
   *
   * @param engine the value of its option {@code engine}
   */
  SchedulerConfiguration configuration(String engine) {
    SchedulerConfiguration steady = steady(engine);
    if (this == PIKE) {
      return steady;
    }
    SchedulerConfiguration ram = steady.with("enabled-weighers", List.of("RAMWeigher"));
    return this == PACKING ? ram.with("weighers.RAMWeigher.multiplier", -1.0) : ram;
  }

  /**
   * Returns the defaults, with times that let a steady state be steady: no host goes down, no claim
   * expires. Ended claims are remembered for 0.1 s: an hour of them, at the pace of a benchmark,
   * would be a billion.
   */
  static SchedulerConfiguration steady(String engine) {
    return SchedulerConfiguration.defaults()
        .with("engine", engine)
        .with("service-down-time", Duration.ofDays(1))
        .with("claim-timeout", Duration.ofDays(1))
        .with("claim-memory", Duration.ofMillis(100));
  }

  /**
   * Returns an engine for this workload.
   *
   * @param name the name of the engine
   * @param spread the hosts and requests
   * @throws IllegalArgumentException if it cannot do this workload
   */
  Engine engine(String name, Spread spread) {
    return switch (name) {
      case "fast", "plain" -> LibraryEngine.of(this, name, spread);
      case "loop" -> loop(spread);
      case "floor" -> new FloorEngine(requireMostMemory(name, spread));
      case "fenzo", "fenzo-batch" -> new FenzoEngine(requireMostMemory(name, spread));
      default -> throw new IllegalArgumentException("engine (" + name + ") is unknown.");
    };
  }

  private Engine loop(Spread spread) {
    return switch (this) {
      case SPREAD, FULL -> new LoopEngine(spread);
      case PIKE -> new PikeLoopEngine(spread);
      case PACKING -> new PackingLoopEngine(spread);
      case ALTERNATES -> throw cannot("loop");
    };
  }

  private Spread requireMostMemory(String engine, Spread spread) {
    if (this != SPREAD && this != FULL) {
      throw cannot(engine);
    }
    return spread;
  }

  private IllegalArgumentException cannot(String engine) {
    return new IllegalArgumentException("The engine " + engine + " cannot do " + text + ".");
  }
}
