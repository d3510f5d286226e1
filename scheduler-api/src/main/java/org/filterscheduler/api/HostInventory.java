package org.filterscheduler.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The hosts, what they have, and what is booked on them.
 *
 * <p>A host has three writers: its reports, operators, and claims; none overwrites what another
 * owns. Its usage is what it reports, plus the claims that it does not list yet. Steps of a claim's
 * life are idempotent by the claim's id. State changes whole or not at all, and each change is one
 * event.
 *
 * <p>Safe for many threads. It has no thread of its own: time moves when a method is called.
 */
public interface HostInventory {
  /**
   * Takes a node's report; the first one registers the node.
   *
   * @param report the report
   */
  ReportOutcome report(HostReport report);

  /**
   * Makes an operator's change.
   *
   * @param change the change
   * @throws IllegalArgumentException if it concerns a node or an aggregate that does not exist
   */
  void change(OperatorChange change);

  /**
   * Books amounts for an instance without asking any filter: what a controller does with instances
   * that are there already. The claim is marked as forced.
   *
   * @param wanted the claim; its state and instants are set by the inventory, its receipts are kept
   * @return the claim as it now is: an earlier one of the same id, instance and host is returned
   * @throws ClaimException if the host is unknown, or the id is another's
   */
  Claim claim(Claim wanted);

  /**
   * Confirms that the instance of a claim is there; the claim does not expire any more.
   *
   * @param claimId the claim
   * @throws ClaimException if it is unknown, expired or released
   */
  Claim confirm(String claimId);

  /**
   * Gives back what a claim holds. Doing so twice, or after it expired, changes nothing.
   *
   * @param claimId the claim
   * @throws ClaimException if it is unknown
   */
  Claim release(String claimId);

  /**
   * Puts off the expiry of a pending claim.
   *
   * @param claimId the claim
   * @param time how long it shall hold from now
   * @throws ClaimException if it is unknown, expired or released
   */
  Claim renew(String claimId, Duration time);

  /**
   * Records that the instance of a claim is on another host now, without asking any filter; the
   * claim is then marked as forced. To let the scheduler find the host, select anew and release.
   *
   * @param claimId the claim
   * @param to where the instance is
   * @throws ClaimException if it is unknown, expired or released, or does not fit
   */
  Claim move(String claimId, HostKey to);

  /**
   * Returns a claim; one that ended is remembered for some time.
   *
   * @param claimId the claim
   */
  Optional<Claim> findClaim(String claimId);

  /** Returns the active claims, in the order of their ids. */
  List<Claim> claims();

  /**
   * Brings the inventory up to its clock's present: services go down, claims expire. Every other
   * method does so by itself, except that no claim expires in an inventory that was restored or
   * that follows another, until this method or one that makes a change is called.
   */
  void advance();

  /** Returns the present state. Taking it copies nothing. */
  ClusterSnapshot snapshot();

  /** Returns the number of the last event. */
  long sequence();

  /**
   * Has a consumer called with each event, in order and one at a time, on the thread that causes it
   * or on another one that is just delivering.
   *
   * @param events the consumer; what it throws is logged, and changes nothing
   * @return ends the subscription
   */
  Runnable subscribe(Consumer<InventoryEvent> events);

  /** Returns the whole state, to be restored elsewhere. */
  InventoryExport export();

  /**
   * Takes over a whole state.
   *
   * @param export the state
   * @throws IllegalStateException if this inventory is not empty
   */
  void restore(InventoryExport export);

  /**
   * Repeats an event of another inventory, as a standby does. An event that is in the state already
   * changes nothing. Once a change is made here, or {@link #advance()} is called, this inventory
   * has taken over and follows no more.
   *
   * @param event the event
   * @throws IllegalStateException if events are missing before it, or this inventory has taken over
   */
  void apply(InventoryEvent event);

  /** Returns the claims and reports that do not agree. */
  List<AuditFinding> audit();
}
