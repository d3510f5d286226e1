package org.filterscheduler.core;

import java.time.Instant;
import java.util.List;
import org.filterscheduler.api.ClusterSnapshot;
import org.filterscheduler.api.HostState;
import org.jspecify.annotations.Nullable;

/** The state of an inventory at one instant: books that nobody writes to any more. */
final class Snapshot extends AbstractClusterState implements ClusterSnapshot {
  private final Books books;
  private final InventorySettings settings;
  private final Bookings bookings;
  private volatile @Nullable List<HostState> hosts;

  Snapshot(Books books, Instant at, InventorySettings settings, Bookings bookings) {
    super(at);
    this.books = books;
    this.settings = settings;
    this.bookings = bookings;
  }

  InventorySettings settings() {
    return settings;
  }

  Bookings bookings() {
    return bookings;
  }

  @Override
  Books books() {
    return books;
  }

  @Override
  Snapshot origin() {
    return this;
  }

  @Override
  public List<HostState> hosts() {
    List<HostState> known = hosts;
    if (known == null) {
      known = List.copyOf(books.states());
      hosts = known; // a second thread computes an equal list
    }
    return known;
  }
}
