package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.filterscheduler.api.BookingKind;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ResourceBooking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The structured resources of an inventory, guarded: what a plug-in throws is reported under the
 * name of its kind. Immutable.
 */
final class Bookings implements BookingStates {
  private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);

  private final List<ResourceBooking<?>> bookings;

  Bookings(List<ResourceBooking<?>> bookings) {
    this.bookings = List.copyOf(bookings);
    List<String> problems = new ArrayList<>();
    Map<String, Class<?>> owners = new LinkedHashMap<>();
    for (ResourceBooking<?> booking : bookings) {
      Class<?> other = owners.putIfAbsent(booking.kind().name(), booking.getClass());
      if (other != null) {
        problems.add(
            "The booking kind "
                + booking.kind().name()
                + " is brought by both "
                + other.getName()
                + " and "
                + booking.getClass().getName()
                + ". Remove one of them.");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  Set<BookingKind<?>> kinds() {
    Set<BookingKind<?>> kinds = new HashSet<>();
    bookings.forEach(booking -> kinds.add(booking.kind()));
    return kinds;
  }

  boolean isEmpty() {
    return bookings.isEmpty();
  }

  @Override
  public Map<String, Object> rebuild(HostDescription host, Collection<Claim> claims) {
    if (bookings.isEmpty()) {
      return Map.of();
    }
    // Only what the contract allows to be read, so that nothing else can make a restored host
    // differ.
    HostDescription known = HostDescription.builder(host.key()).bookings(host.bookings()).build();
    List<Claim> oldestFirst = new ArrayList<>(claims);
    oldestFirst.sort(Listings.OLDEST_FIRST);
    Map<String, Object> states = new LinkedHashMap<>();
    for (ResourceBooking<?> booking : bookings) {
      keep(states, booking, known, () -> rebuild(booking, known, oldestFirst));
    }
    return Map.copyOf(states);
  }

  private static <S> S rebuild(
      ResourceBooking<S> booking, HostDescription host, List<Claim> claims) {
    S state = booking.initial(host);
    for (Claim claim : claims) {
      String receipt = claim.receipts().get(booking.kind().name());
      state = receipt == null ? state : booking.apply(state, receipt);
    }
    return state;
  }

  @Override
  public Map<String, Object> take(Claim claim, Map<String, Object> states) {
    return replay(states, claim, false);
  }

  @Override
  public Map<String, Object> giveBack(Claim claim, Map<String, Object> states) {
    return replay(states, claim, true);
  }

  private Map<String, Object> replay(Map<String, Object> states, Claim claim, boolean release) {
    if (claim.receipts().isEmpty()) {
      return states;
    }
    Map<String, Object> after = new LinkedHashMap<>(states);
    for (ResourceBooking<?> booking : bookings) {
      String receipt = claim.receipts().get(booking.kind().name());
      Object state = after.get(booking.kind().name());
      if (receipt != null && state != null) {
        keep(after, booking, claim, () -> replay(booking, state, receipt, release));
      }
    }
    return Map.copyOf(after);
  }

  private static <S> S replay(
      ResourceBooking<S> booking, Object state, String receipt, boolean release) {
    S now = booking.kind().type().cast(state);
    return release ? booking.release(now, receipt) : booking.apply(now, receipt);
  }

  /**
   * Keeps the state that a plug-in computes. One that fails must not hold up what happens to the
   * inventory: the host is left without a state of the kind, so that it is refused to all who want
   * any, until its node describes it anew.
   */
  private static void keep(
      Map<String, Object> states, ResourceBooking<?> booking, Object of, Supplier<?> state) {
    String kind = booking.kind().name();
    try {
      states.put(kind, booking.kind().type().cast(Objects.requireNonNull(state.get())));
    } catch (Exception | StackOverflowError | LinkageError e) {
      LOG.warn("The booking {} has lost the state of {}: {}", kind, of, e.toString());
      states.remove(kind);
    }
  }

  /** Books all that a request wants; the given host has its amounts deducted already. */
  Map<String, String> book(HostState host, RequestSpec request, String claimId) {
    Map<String, String> receipts = new LinkedHashMap<>();
    HostState now = host;
    for (ResourceBooking<?> booking : bookings) {
      try {
        if (booking.wants(request)) {
          now = bookOne(booking, now, request, claimId, receipts);
        }
      } catch (ClaimException | PluginException e) {
        throw e;
      } catch (Exception | StackOverflowError | LinkageError e) {
        throw failure(booking, "book", e);
      }
    }
    return receipts;
  }

  private static <S> HostState bookOne(
      ResourceBooking<S> booking,
      HostState host,
      RequestSpec request,
      String claimId,
      Map<String, String> receipts) {
    String kind = booking.kind().name();
    S now = host.usage().booked(booking.kind()).orElseThrow(() -> refused(kind, host, claimId));
    Optional<ResourceBooking.Booked<S>> booked = booking.book(now, host, request);
    ResourceBooking.Booked<S> what = booked.orElseThrow(() -> refused(kind, host, claimId));
    if (!booking.release(what.after(), what.receipt()).equals(now)) {
      throw new PluginException(
          kind,
          "The booking "
              + kind
              + " does not restore the state of "
              + host.key()
              + " when it releases the receipt "
              + what.receipt()
              + ". Releasing what was just booked must give an equal state.",
          null);
    }
    receipts.put(kind, what.receipt());
    HostUsage usage = host.usage().toBuilder().booked(booking.kind(), what.after()).build();
    return new HostState(host.description(), usage);
  }

  private static ClaimException refused(String kind, HostState host, String claimId) {
    return new ClaimException(
        ClaimException.Code.BOOKING_REFUSED,
        claimId,
        kind + " of " + host.key() + " cannot take what is asked for.");
  }

  private static PluginException failure(ResourceBooking<?> booking, String what, Throwable e) {
    String kind = booking.kind().name();
    return new PluginException(kind, "The booking " + kind + " failed to " + what + ": " + e, e);
  }
}
