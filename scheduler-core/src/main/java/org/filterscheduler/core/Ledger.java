package org.filterscheduler.core;

import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.spi.ClaimJournal;
import org.jspecify.annotations.Nullable;

/*
 * The books of the one inventory behind one short lock. A change is an event that is checked,
 * journalled and then applied, all under the lock. Readers take frozen copies of the books, which
 * are made at most once between two changes and cost nothing.
 *
 * No plug-in runs under the lock. Where an event needs one (to release or rebuild a structured
 * resource) it is first applied to a copy; under the lock it is then applied with the states that
 * were computed, provided that its hosts have not changed in between.
 */
final class Ledger {
  /** Says what a change would be, given the books; null if there is nothing to change. */
  @FunctionalInterface
  interface Step {
    @Nullable InventoryEvent on(Books books);
  }

  private record Attempt(boolean done, @Nullable InventoryEvent event) {
    static final Attempt LOST = new Attempt(false, null);
  }

  private final InventorySettings settings;
  private final InstantSource clock;
  private final ClaimJournal journal;
  private final Bookings bookings;
  private final EventFeed feed = new EventFeed();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deadlines deadlines; // guarded by the lock, like the books
  private volatile Books live; // another one when whole books are restored; never copied otherwise
  // Odd while somebody writes: what was read in between without the lock may be torn.
  private volatile long version;
  private @Nullable BookKeeper keeper; // guarded by the lock
  private volatile Instant nextDeadline = Instant.MAX;
  private volatile @Nullable Books frozen;
  private volatile boolean following = true; // until the first change of its own
  private @Nullable RuntimeException halted;

  Ledger(InventorySettings settings, InstantSource clock, ClaimJournal journal, Bookings bookings) {
    this.settings = settings;
    this.clock = clock;
    this.journal = journal;
    this.bookings = bookings;
    this.deadlines = new Deadlines(settings);
    this.live = new Books();
    this.live.remember();
  }

  // ---- the present books, for those who decide on them

  /**
   * Takes the lock and returns the present books; {@link #leave} must follow. No plug-in may be
   * called in between.
   */
  Books enter() {
    lock.lock();
    if (halted != null) {
      lock.unlock();
      throw halted;
    }
    return live;
  }

  /** Reads something of the present books. */
  <T> T read(Function<Books, T> question) {
    Books books = enter();
    try {
      return question.apply(books);
    } finally {
      leave();
    }
  }

  /** Returns the same as {@link #enter}, but null if somebody else has the lock. */
  @Nullable Books tryEnter() {
    if (!lock.tryLock()) {
      return null;
    }
    if (halted != null) {
      lock.unlock();
      return null;
    }
    return live;
  }

  void leave() {
    lock.unlock();
  }

  /** Applies to the index what was evaluated, under the lock. */
  void apply(Refresh refresh) {
    beginWrite();
    refresh.apply(live);
    endWrite();
    frozen = null; // what is frozen next has an index that is as fresh
  }

  /** Returns a number that is the same at a later time only if nothing changed in between. */
  long version() {
    return version;
  }

  /** Whether all that was read without the lock since the version was taken is of that version. */
  boolean isStill(long since) {
    VarHandle.acquireFence();
    return version == since;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
  private void beginWrite() {
    version++;
    VarHandle.storeStoreFence();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
  private void endWrite() {
    version++;
  }

  /** Returns the hosts as they were at a moment of these books; not to be written to. */
  Books booksAt(Moment moment) {
    Books end = moment.era().end();
    if (end == null) {
      Books now = frozenBooks();
      end = now.moment().era() == moment.era() ? now : moment.era().end();
    }
    if (end != null && end.moment() == moment) {
      return end;
    }
    Books then = Objects.requireNonNull(end, "the end of an era that is over").copy();
    then.undoTo(moment);
    return then;
  }

  EventFeed feed() {
    return feed;
  }

  /** Returns the present books, not to be written to. */
  Books frozenBooks() {
    Books known = frozen;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      if (frozen == null) {
        frozen = live.copy();
      }
      return Objects.requireNonNull(frozen);
    } finally {
      lock.unlock();
    }
  }

  // ---- changes

  /** Makes a change, and returns its event; null if there was nothing to change. */
  @Nullable InventoryEvent transact(Step step) {
    if (bookings.isEmpty()) {
      return attempt(step);
    }
    Attempt attempt = Attempt.LOST;
    while (!attempt.done()) {
      attempt = rehearse(step); // whoever wins a race changes something: this ends
    }
    return attempt.event();
  }

  private @Nullable InventoryEvent attempt(Step step) {
    Books books = enter();
    try {
      InventoryEvent event = step.on(books);
      if (event != null) {
        publish(event, bookings);
      }
      return event;
    } finally {
      leave();
      feed.deliver();
    }
  }

  @SuppressWarnings("ReferenceEquality") // each change of a host makes a new record
  private Attempt rehearse(Step step) {
    Books before = frozenBooks();
    Books copy = before.copy();
    InventoryEvent planned = step.on(copy);
    if (planned == null) {
      return new Attempt(true, null);
    }
    Set<HostKey> hosts = BookKeeper.bookedHosts(planned, before);
    new BookKeeper(copy, settings, bookings).apply(planned);
    BookingStates known = new BookingStates.Known(bookedStates(copy, hosts));
    return locked(
        () -> {
          for (HostKey host : hosts) {
            if (live.record(host) != before.record(host)) {
              return Attempt.LOST;
            }
          }
          return attempt(step, known);
        });
  }

  private static Map<HostKey, Map<String, Object>> bookedStates(Books books, Set<HostKey> hosts) {
    Map<HostKey, Map<String, Object>> states = new LinkedHashMap<>();
    for (HostKey host : hosts) {
      HostState state = books.state(host);
      if (state != null) {
        states.put(host, state.usage().bookings());
      }
    }
    return states;
  }

  private Attempt attempt(Step step, BookingStates states) {
    InventoryEvent event = step.on(live);
    if (event != null) {
      publish(event, states);
    }
    return new Attempt(true, event);
  }

  /**
   * Commits claims whose structured resources are booked already, all or none, if the books are
   * still as the decision saw them.
   */
  @Nullable InventoryEvent commit(Step step, Map<HostKey, Map<String, Object>> booked) {
    return locked(() -> attempt(step, new BookingStates.Known(booked))).event();
  }

  private void publish(InventoryEvent event, BookingStates states) {
    if (journal != ClaimJournal.NONE && frozen == null) {
      frozen = live.copy(); // who reads shall not wait for a journal that hangs
    }
    journal.append(List.of(event)); // what it throws leaves everything as it was
    beginWrite();
    try {
      (states == bookings ? keeper() : new BookKeeper(live, settings, states)).apply(event);
      schedule(event);
      live.endEra();
    } catch (RuntimeException | Error e) {
      halted = halt(event, e);
      throw halted;
    } finally {
      endWrite();
    }
    frozen = null;
    feed.add(event);
  }

  /** Returns the keeper of the present books, which is made once. */
  @SuppressWarnings("ReferenceEquality") // whole books may have been put in their place
  private BookKeeper keeper() {
    if (keeper == null || keeper.books() != live) {
      keeper = new BookKeeper(live, settings, bookings);
    }
    return keeper;
  }

  /** Callers check what they ask for, so this is a defect; going on would make it a silent one. */
  private static RuntimeException halt(InventoryEvent event, Throwable e) {
    return new IllegalStateException(
        "The inventory stopped at event "
            + event.sequence()
            + ", which was journalled but cannot be applied: "
            + e
            + ". Restore an earlier export into a new inventory, and report the event as a defect.",
        e);
  }

  private void schedule(InventoryEvent event) {
    if (event instanceof InventoryEvent.HostReported reported) {
      scheduleService(reported.report().key().host(), event.at());
    } else if (event instanceof InventoryEvent.ClaimsChanged changed) {
      List<Claim> claims = changed.claims();
      for (int i = 0; i < claims.size(); i++) {
        deadlines.claim(claims.get(i), event.at());
      }
    }
    deadlines.clear(live);
    nextDeadline = deadlines.next();
  }

  private void scheduleService(String host, Instant now) {
    ServiceRecord service = live.services.get(host);
    if (service != null) {
      deadlines.service(host, service, now);
    }
  }

  /** Puts whole books in place of these, which must be empty. */
  void restore(Books books, Instant at) {
    locked(
        () -> {
          if (live.hostCount() > 0 || live.sequence > 0) {
            throw new IllegalStateException(
                "The inventory must be empty to be restored, but has "
                    + live.hostCount()
                    + " hosts. Restore into a new one.");
          }
          beginWrite();
          live = books;
          live.remember();
          endWrite();
          following = true;
          books.services.forEach((host, service) -> deadlines.service(host, service, at));
          books.activeClaims().forEach(claim -> deadlines.claim(claim, at));
          books.endedClaims().forEach(claim -> deadlines.claim(claim, at));
          nextDeadline = deadlines.next();
          frozen = null;
          return true;
        });
  }

  // ---- time

  /**
   * Returns whether the events of another inventory may be repeated here: whether this one has made
   * no change of its own yet. Until then no claim expires by itself, for its expiry is the other's
   * event, as its confirmation may be.
   */
  boolean isFollowing() {
    return following;
  }

  /** Brings the books up to the present, and returns that instant. */
  Instant advanced() {
    Instant now = clock.instant();
    if (!nextDeadline.isAfter(now)) {
      List<Deadlines.Deadline> claims = locked(() -> passTime(now));
      if (!claims.isEmpty()) {
        expire(claims, now);
      }
    }
    return now;
  }

  /** Makes the changes of this inventory its own again, and brings the books up to the present. */
  Instant takenOver() {
    if (following) {
      locked(
          () -> {
            following = false;
            live.activeClaims().forEach(claim -> deadlines.claim(claim, clock.instant()));
            nextDeadline = deadlines.next();
            return true;
          });
    }
    return advanced();
  }

  /** Does what is due but the expiry of claims, which may need plug-ins; returns those. */
  private List<Deadlines.Deadline> passTime(Instant now) {
    List<Deadlines.Deadline> claims = new ArrayList<>();
    beginWrite();
    BookKeeper keeper = new BookKeeper(live, settings, bookings);
    for (Deadlines.Deadline due : deadlines.due(now)) {
      switch (due.kind()) {
        case SERVICE -> keeper.operators().redescribe(Set.of(due.id()), now);
        case MEMORY -> live.forgetOldest();
        case CLAIM -> claims.add(due);
      }
    }
    if (following) {
      claims.clear(); // takenOver() puts them back
    }
    endWrite();
    nextDeadline = deadlines.next();
    frozen = null;
    return claims;
  }

  private void expire(List<Deadlines.Deadline> deadlinesOfClaims, Instant now) {
    try {
      transact(books -> expiry(books, deadlinesOfClaims, now));
    } catch (RuntimeException e) {
      // The journal is ill: the claims stay, and are tried again at the next call.
      locked(
          () -> {
            deadlines.putBack(deadlinesOfClaims);
            nextDeadline = deadlines.next();
            return true;
          });
      throw e;
    }
  }

  private static @Nullable InventoryEvent expiry(
      Books books, List<Deadlines.Deadline> due, Instant now) {
    Map<String, Claim> expired = new LinkedHashMap<>();
    for (Deadlines.Deadline deadline : due) {
      Claim claim = books.claims.get(deadline.id());
      if (claim != null && claim.expiresAt().map(at -> !at.isAfter(now)).orElse(false)) {
        expired.put(claim.id(), ClaimSteps.expired(claim));
      }
    }
    return expired.isEmpty()
        ? null
        : new InventoryEvent.ClaimsChanged(books.sequence + 1, now, List.copyOf(expired.values()));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      if (halted != null) {
        throw halted;
      }
      return action.get();
    } finally {
      lock.unlock();
      feed.deliver();
    }
  }
}
