package org.filterscheduler.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.filterscheduler.api.BookingKind;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ResourceBooking;

/**
 * Numbered slots of which an instance takes the lowest that is free: a structured resource in
 * miniature. What goes wrong with it is set by the test.
 */
final class SlotBooking implements ResourceBooking<SlotBooking.Slots> {
  static final BookingKind<Slots> KIND = new BookingKind<>("slots", Slots.class);

  /** The free slots of a host. */
  record Slots(TreeSet<Integer> free) {}

  enum Fault {
    NONE,
    RELEASE_FORGETS,
    BOOK_THROWS,
    INITIAL_THROWS,
    RELEASE_THROWS
  }

  private Fault fault;

  SlotBooking(Fault fault) {
    this.fault = fault;
  }

  void fail(Fault from) {
    fault = from;
  }

  @Override
  public BookingKind<Slots> kind() {
    return KIND;
  }

  @Override
  public Slots initial(HostDescription host) {
    if (fault == Fault.INITIAL_THROWS) {
      throw new IllegalStateException("unreadable");
    }
    TreeSet<Integer> free = new TreeSet<>();
    int total = Integer.parseInt(host.bookings().getOrDefault("slots", "0"));
    for (int slot = 0; slot < total; slot++) {
      free.add(slot);
    }
    return new Slots(free);
  }

  @Override
  public boolean wants(RequestSpec request) {
    return request.flavor().extraSpecs().containsKey("slots");
  }

  @Override
  public Optional<Booked<Slots>> book(Slots now, HostState host, RequestSpec request) {
    if (fault == Fault.BOOK_THROWS) {
      throw new IllegalStateException("cannot book");
    }
    if (now.free().isEmpty()) {
      return Optional.empty();
    }
    String receipt = now.free().first().toString();
    return Optional.of(new Booked<>(apply(now, receipt), receipt));
  }

  @Override
  public Slots apply(Slots now, String receipt) {
    TreeSet<Integer> free = new TreeSet<>(now.free());
    free.remove(Integer.valueOf(receipt));
    return new Slots(free);
  }

  @Override
  public Slots release(Slots now, String receipt) {
    if (fault == Fault.RELEASE_THROWS) {
      throw new NoClassDefFoundError("com/acme/Slots");
    }
    if (fault == Fault.RELEASE_FORGETS) {
      return now;
    }
    TreeSet<Integer> free = new TreeSet<>(now.free());
    free.add(Integer.valueOf(receipt));
    return new Slots(free);
  }

  @Override
  public String write(Slots state) {
    return state.free().toString();
  }

  static Map<String, String> slots(int total) {
    return Map.of("slots", String.valueOf(total));
  }
}
