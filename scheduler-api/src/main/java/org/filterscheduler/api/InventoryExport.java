package org.filterscheduler.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an inventory at one instant, in the smallest form that gives it back: an
 * inventory restored from it decides exactly like the original.
 *
 * @param sequence the number of the last event in it
 * @param at the instant, by the inventory's clock
 * @param nextPosition the position of the next host to be registered
 * @param hosts the registered hosts, in the order of their positions
 * @param operator what operators set, as the changes that set it again
 * @param claims the claims that still matter: active ones, and ended ones that are remembered
 */
public record InventoryExport(
    long sequence,
    Instant at,
    long nextPosition,
    List<ExportedHost> hosts,
    List<OperatorChange> operator,
    List<Claim> claims) {
  /**
   * One registered host.
   *
   * @param position its position
   * @param seenAt when it was last alive; null for never
   * @param report its last accepted report
   * @param formerBoots ids of boots whose late reports are ignored
   */
  public record ExportedHost(
      long position, @Nullable Instant seenAt, HostReport report, List<String> formerBoots) {
    /** Copies the list. */
    public ExportedHost {
      formerBoots = List.copyOf(formerBoots);
    }
  }

  /** Copies the lists. */
  public InventoryExport {
    hosts = List.copyOf(hosts);
    operator = List.copyOf(operator);
    claims = List.copyOf(claims);
  }
}
