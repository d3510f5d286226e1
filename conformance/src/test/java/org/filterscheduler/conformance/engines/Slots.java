package org.filterscheduler.conformance.engines;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.filterscheduler.api.BookingKind;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ResourceBooking;

/** A structured resource: numbered slots, of which an instance takes the lowest that is free. */
final class Slots implements ResourceBooking<Slots.Free> {
  private static final BookingKind<Free> KIND = new BookingKind<>("slots", Free.class);

  /**
   * The free slots of a host.
   *
   * @param numbers their numbers, in order
   */
  record Free(List<Integer> numbers) {
    Free {
      numbers = List.copyOf(numbers);
    }
  }

  @Override
  public BookingKind<Free> kind() {
    return KIND;
  }

  @Override
  public Free initial(HostDescription host) {
    TreeSet<Integer> free = new TreeSet<>();
    int total = Integer.parseInt(host.bookings().getOrDefault("slots", "0"));
    for (int slot = 0; slot < total; slot++) {
      free.add(slot);
    }
    return new Free(List.copyOf(free));
  }

  @Override
  public boolean wants(RequestSpec request) {
    return request.flavor().extraSpecs().containsKey("slot");
  }

  @Override
  public Optional<Booked<Free>> book(Free now, HostState host, RequestSpec request) {
    if (now.numbers().isEmpty()) {
      return Optional.empty();
    }
    String receipt = String.valueOf(now.numbers().get(0));
    return Optional.of(new Booked<>(apply(now, receipt), receipt));
  }

  @Override
  public Free apply(Free now, String receipt) {
    TreeSet<Integer> free = new TreeSet<>(now.numbers());
    free.remove(Integer.valueOf(receipt));
    return new Free(List.copyOf(free));
  }

  @Override
  public Free release(Free now, String receipt) {
    TreeSet<Integer> free = new TreeSet<>(now.numbers());
    free.add(Integer.valueOf(receipt));
    return new Free(List.copyOf(free));
  }

  @Override
  public String write(Free state) {
    return state.numbers().toString();
  }
}
