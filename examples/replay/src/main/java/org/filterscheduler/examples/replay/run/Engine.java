package org.filterscheduler.examples.replay.run;

import java.time.Instant;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/**
 * A scheduler and its inventory, filled with a cluster, in simulated time.
 *
 * @param inventory the inventory
 * @param scheduler the scheduler
 * @param clock the clock of both
 */
public record Engine(HostInventory inventory, FilterScheduler scheduler, SimulatedClock clock) {
  /** Simulated hosts do not report again, so that silence must not take them down. */
  private static final String PATIENCE = "36500 days";

  /**
   * Creates an engine.
   *
   * @param cluster its hosts
   * @param wanted its configuration
   * @param plugins its plug-ins
   */
  public static Engine of(Cluster cluster, SchedulerConfiguration wanted, Plugins plugins) {
    InventoryExport export = cluster.export();
    return export == null ? simulated(cluster, wanted, plugins) : restored(export, wanted, plugins);
  }

  private static Engine simulated(Cluster cluster, SchedulerConfiguration wanted, Plugins plugins) {
    Engine engine =
        of(
            SimulatedClock.from(Instant.EPOCH),
            wanted.with("service-down-time", PATIENCE, "a simulation"),
            plugins);
    cluster.reports().forEach(engine.inventory::report);
    cluster.changes().forEach(engine.inventory::change);
    return engine;
  }

  /** Who was up or down stays so: time stands still where the export was made. */
  private static Engine restored(
      InventoryExport export, SchedulerConfiguration configuration, Plugins plugins) {
    Engine engine = of(SimulatedClock.stoppedAt(export.at()), configuration, plugins);
    engine.inventory.restore(export);
    return engine;
  }

  private static Engine of(
      SimulatedClock clock, SchedulerConfiguration configuration, Plugins plugins) {
    FilterScheduler scheduler =
        Schedulers.builder().configuration(configuration).clock(clock).plugins(plugins).build();
    return new Engine(scheduler.inventory(), scheduler, clock);
  }
}
