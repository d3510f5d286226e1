package org.filterscheduler.examples.replay.run;

import java.util.List;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.OperatorChange;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that a run begins with.
 *
 * @param name where they are from, for people to read
 * @param reports what the hosts report, in the order of their positions
 * @param changes what operators set
 * @param export the whole state of an inventory in place of the two; null where there is none
 */
public record Cluster(
    String name,
    List<HostReport> reports,
    List<OperatorChange> changes,
    @Nullable InventoryExport export) {
  /** Copies the lists. */
  public Cluster {
    reports = List.copyOf(reports);
    changes = List.copyOf(changes);
  }
}
