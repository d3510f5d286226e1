package org.filterscheduler.api;

import java.time.Instant;
import java.util.List;

/**
 * One change of an inventory, as it is handed to a journal. All of an inventory's state is the fold
 * of its events: the same events in the same order give the same inventory.
 *
 * <p>An event has a text form, which core's {@code Journals} writes and reads.
 */
public sealed interface InventoryEvent {
  /** The version of the form of the events; a reader refuses a newer one. */
  int VERSION = 1;

  /** Returns the number of the event, one more than that of the event before. */
  long sequence();

  /** Returns when it happened, by the inventory's clock. */
  Instant at();

  /**
   * A report that was accepted.
   *
   * @param sequence the number of the event
   * @param at when it happened
   * @param report the report
   */
  record HostReported(long sequence, Instant at, HostReport report) implements InventoryEvent {}

  /**
   * A change by an operator.
   *
   * @param sequence the number of the event
   * @param at when it happened
   * @param change the change
   */
  record OperatorChanged(long sequence, Instant at, OperatorChange change)
      implements InventoryEvent {}

  /**
   * Claims that were made or that changed, all of them or none: each is given as it now is. Making,
   * confirming, renewing, moving, releasing and expiring are all of this kind.
   *
   * @param sequence the number of the event
   * @param at when it happened
   * @param claims the claims, at least one
   */
  record ClaimsChanged(long sequence, Instant at, List<Claim> claims) implements InventoryEvent {
    /** Copies the list. */
    public ClaimsChanged {
      claims = List.copyOf(claims);
    }
  }
}
