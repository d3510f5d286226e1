package org.filterscheduler.spi;

import java.util.List;
import org.filterscheduler.api.InventoryEvent;

/**
 * Keeps the events of an inventory, so that another one can follow or take over.
 *
 * <p>It is called before the change is visible and before the caller sees success, in the order of
 * the events, one call at a time. While it runs no other change can be made: it should be quick.
 */
@FunctionalInterface
public interface ClaimJournal {
  /** Keeps nothing. */
  ClaimJournal NONE = events -> {};

  /**
   * Keeps events; all of them or none. What it throws reaches the caller, and the change is not
   * made.
   *
   * @param events the events, at least one
   */
  void append(List<InventoryEvent> events);
}
