package org.filterscheduler.spi;

import java.util.Optional;
import org.filterscheduler.api.BookingKind;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;

/**
 * Books a structured resource: NUMA cells, PCI devices, slices of a GPU. An amount of a resource
 * class needs no booking: the engine deducts it by itself.
 *
 * <p>States and receipts are immutable; states have value equality. All methods are pure functions.
 * Bookings run in the order of the filters that bring them, each seeing the ones before.
 *
 * @param <S> the type of the state of one host
 */
public interface ResourceBooking<S> {
  /** Returns the name and type of what is booked. */
  BookingKind<S> kind();

  /**
   * Returns the state of a host on which nothing is booked.
   *
   * @param host the host, with nothing but its key and {@link HostDescription#bookings()}, which
   *     has what the node said of this kind; when that changes, the state is computed anew
   */
  S initial(HostDescription host);

  /**
   * Returns whether a request takes any of it.
   *
   * @param request the request
   */
  boolean wants(RequestSpec request);

  /**
   * Books what a request takes.
   *
   * @param now the state of the host
   * @param host the host, with the amounts of the request and the earlier bookings deducted
   * @param request the request
   * @return the new state and a receipt; empty if it does not fit
   */
  Optional<Booked<S>> book(S now, HostState host, RequestSpec request);

  /**
   * Takes again what a receipt says: after a restart, or when a host describes itself anew.
   *
   * @param now the state of the host
   * @param receipt the receipt
   */
  S apply(S now, String receipt);

  /**
   * Gives back what a receipt says. Releasing what was just booked gives an equal state; the engine
   * checks it.
   *
   * @param now the state of the host
   * @param receipt the receipt
   */
  S release(S now, String receipt);

  /**
   * Returns a state as text, for exports and explanations.
   *
   * @param state the state
   */
  String write(S state);

  /**
   * What was booked.
   *
   * @param after the state of the host afterwards
   * @param receipt what was taken, as text; it travels to the node with the build
   * @param <S> the type of the state
   */
  record Booked<S>(S after, String receipt) {}
}
