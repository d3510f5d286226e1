package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.filterscheduler.api.AuditFinding;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.InventoryEvent.ClaimsChanged;
import org.filterscheduler.api.InventoryEvent.HostReported;
import org.filterscheduler.api.InventoryEvent.OperatorChanged;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ReportOutcome;
import org.filterscheduler.spi.ClaimJournal;
import org.filterscheduler.spi.ResourceBooking;
import org.jspecify.annotations.Nullable;

/** The one inventory: each method says what changes, the ledger changes it. */
final class DefaultInventory implements HostInventory {
  private final InventorySettings settings;
  private final Bookings bookings;
  private final Ledger ledger;
  private final ReportLog reports;

  DefaultInventory(
      InventorySettings settings,
      InstantSource clock,
      ClaimJournal journal,
      List<ResourceBooking<?>> bookings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(clock, "clock");
    this.bookings = new Bookings(bookings);
    this.ledger = new Ledger(settings, clock, journal, this.bookings);
    this.reports = new ReportLog(clock);
  }

  /** Returns what the policies of its schedulers have to agree on. */
  InventoryAgreement agreement() {
    return new InventoryAgreement(settings, bookings.kinds());
  }

  // ---- reports and operators

  @Override
  public ReportOutcome report(HostReport report) {
    Objects.requireNonNull(report, "report");
    Instant now = ledger.takenOver();
    AtomicBoolean known = new AtomicBoolean();
    InventoryEvent event =
        ledger.transact(
            books -> {
              HostRecord before = books.record(report.key());
              known.set(before != null);
              return before != null && isStale(report, before)
                  ? null
                  : new HostReported(books.sequence + 1, now, numbered(report, before));
            });
    if (event == null) {
      return new ReportOutcome(ReportOutcome.Kind.STALE, List.of());
    }
    ReportOutcome.Kind kind =
        known.get() ? ReportOutcome.Kind.ACCEPTED : ReportOutcome.Kind.REGISTERED;
    List<String> warnings = Usages.warnings(report);
    reports.warn(report.key(), warnings);
    return new ReportOutcome(kind, warnings);
  }

  private static boolean isStale(HostReport report, HostRecord before) {
    return isOfBoot(report, before)
        ? report.sequence().orElse(Long.MAX_VALUE) <= before.report().sequence().orElse(0)
        : before.formerBoots().contains(report.boot());
  }

  /** Gives a report without a number the next one of its boot: so it is told from the next. */
  private static HostReport numbered(HostReport report, @Nullable HostRecord before) {
    if (report.sequence().isPresent()) {
      return report;
    }
    long next =
        before != null && isOfBoot(report, before) ? before.report().sequence().orElse(0) + 1 : 0;
    return report.toBuilder().sequence(next).build();
  }

  private static boolean isOfBoot(HostReport report, HostRecord before) {
    return report.boot().equals(before.report().boot());
  }

  @Override
  public void change(OperatorChange change) {
    Objects.requireNonNull(change, "change");
    Instant now = ledger.takenOver();
    ledger.transact(
        books -> {
          checkExists(change, books);
          return new OperatorChanged(books.sequence + 1, now, change);
        });
  }

  private static void checkExists(OperatorChange change, Books books) {
    if (change instanceof OperatorChange.RatiosSet ratios) {
      checkHost(ratios.key(), books);
    } else if (change instanceof OperatorChange.HostRemoved removed) {
      checkHost(removed.key(), books);
    } else if (change instanceof OperatorChange.AggregateRemoved removed
        && !books.aggregates.containsKey(removed.aggregateId())) {
      throw new IllegalArgumentException(
          "There is no aggregate with the id " + removed.aggregateId() + ".");
    }
  }

  private static void checkHost(HostKey key, Books books) {
    if (books.record(key) == null) {
      throw new IllegalArgumentException("There is no host " + key + ". Maybe it was removed?");
    }
  }

  // ---- claims

  @Override
  public Claim claim(Claim wanted) {
    Instant now = ledger.takenOver();
    return step(
        wanted.id(), now, books -> ClaimSteps.made(books, wanted, now, settings.claimTimeout()));
  }

  @Override
  public Claim confirm(String claimId) {
    Instant now = ledger.takenOver();
    return step(claimId, now, books -> ClaimSteps.confirmed(books, claimId));
  }

  @Override
  public Claim release(String claimId) {
    Instant now = ledger.takenOver();
    return step(claimId, now, books -> ClaimSteps.released(books, claimId));
  }

  @Override
  public Claim renew(String claimId, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time (" + time + ") must be above 0.");
    }
    Instant now = ledger.takenOver();
    return step(claimId, now, books -> ClaimSteps.renewed(books, claimId, now.plus(time)));
  }

  @Override
  public Claim move(String claimId, HostKey to) {
    Objects.requireNonNull(to, "to");
    Instant now = ledger.takenOver();
    return step(claimId, now, books -> ClaimSteps.moved(books, claimId, to));
  }

  private Claim step(String claimId, Instant now, Function<Books, Claim> step) {
    Objects.requireNonNull(claimId, "claimId");
    ClaimStep change = new ClaimStep(step, now);
    ledger.transact(change);
    return Objects.requireNonNull(change.after);
  }

  /** Changes one claim, and keeps what it then is. */
  private static final class ClaimStep implements Ledger.Step {
    private final Function<Books, Claim> step;
    private final Instant now;
    private @Nullable Claim after;

    ClaimStep(Function<Books, Claim> step, Instant now) {
      this.step = step;
      this.now = now;
    }

    @Override
    public @Nullable InventoryEvent on(Books books) {
      Claim claim = step.apply(books);
      after = claim;
      return claim.equals(books.claims.get(claim.id()))
          ? null
          : new ClaimsChanged(books.sequence + 1, now, List.of(claim));
    }
  }

  /**
   * Commits what was placed on a fork of a snapshot, all or none.
   *
   * @return the claims; empty if a host, or something that was read, is no longer as in the
   *     snapshot
   * @throws ClaimException if the id of a claim is taken
   */
  Optional<List<Claim>> commit(Fork fork, Reads reads) {
    List<Claim> claims = fork.placements();
    Instant now = ledger.takenOver();
    InventoryEvent event =
        ledger.commit(
            books -> {
              if (!unchanged(books, fork, claims, reads)) {
                return null;
              }
              claims.forEach(claim -> ClaimSteps.checkFree(claim, books));
              return new ClaimsChanged(books.sequence + 1, now, claims);
            },
            fork.bookedStates());
    return event == null ? Optional.empty() : Optional.of(claims);
  }

  @SuppressWarnings("ReferenceEquality") // each change of a host makes a new state
  private boolean unchanged(Books books, Fork fork, List<Claim> claims, Reads reads) {
    Books before = fork.base().books();
    for (Claim claim : claims) {
      if (books.state(claim.host()) != before.state(claim.host())) {
        return false;
      }
    }
    return reads.sameIn(fork.base(), books);
  }

  /**
   * Commits a claim that was decided on the present state of its host.
   *
   * @param seen the state of the host that it was decided on
   * @param same whether the books answer all else as they did for the decision
   * @return false if the host, or something that was read, is no longer as it was
   * @throws ClaimException if the id of the claim is taken
   */
  @SuppressWarnings("ReferenceEquality") // each change of a host makes a new state
  boolean commit(Claim claim, HostState seen, Instant now, Predicate<Books> same) {
    return ledger.transact(
            books -> {
              if (books.state(claim.host()) != seen || !same.test(books)) {
                return null;
              }
              ClaimSteps.checkFree(claim, books);
              return new ClaimsChanged(books.sequence + 1, now, List.of(claim));
            })
        != null;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Returns whether claims take structured resources. */
  boolean hasBookings() {
    return !bookings.isEmpty();
  }

  InventorySettings settings() {
    return settings;
  }

  /** Returns the hosts as they were at a moment that a decision was made. */
  Snapshot snapshotOf(Moment moment, Instant at) {
    return new Snapshot(ledger.booksAt(moment), at, settings, bookings);
  }

  @Override
  public Optional<Claim> findClaim(String claimId) {
    ledger.advanced();
    return Optional.ofNullable(ledger.frozenBooks().claims.get(claimId));
  }

  @Override
  public List<Claim> claims() {
    ledger.advanced();
    List<Claim> active = ledger.frozenBooks().activeClaims();
    active.sort(Comparator.comparing(Claim::id));
    return active;
  }

  // ---- the whole

  @Override
  public void advance() {
    ledger.takenOver();
  }

  @Override
  public Snapshot snapshot() {
    Instant now = ledger.advanced();
    return new Snapshot(ledger.frozenBooks(), now, settings, bookings);
  }

  @Override
  public long sequence() {
    return ledger.frozenBooks().sequence;
  }

  @Override
  public Runnable subscribe(Consumer<InventoryEvent> events) {
    return ledger.feed().subscribe(Objects.requireNonNull(events, "events"));
  }

  @Override
  public InventoryExport export() {
    Snapshot snapshot = snapshot();
    return Exports.export(snapshot.books(), snapshot.at());
  }

  @Override
  public void restore(InventoryExport export) {
    ledger.restore(Exports.restore(export, settings, bookings), export.at());
  }

  @Override
  public void apply(InventoryEvent event) {
    Objects.requireNonNull(event, "event");
    if (!ledger.isFollowing()) {
      throw new IllegalStateException(
          "Event "
              + event.sequence()
              + " cannot be applied: this inventory has made changes of its own. Restore an export"
              + " into a new one to follow.");
    }
    ledger.transact(
        books -> {
          if (event.sequence() > books.sequence + 1) {
            throw new IllegalStateException(
                "Event "
                    + event.sequence()
                    + " cannot follow event "
                    + books.sequence
                    + ": events are missing. Restore a newer export first.");
          }
          return event.sequence() <= books.sequence ? null : event;
        });
  }

  @Override
  public List<AuditFinding> audit() {
    Snapshot snapshot = snapshot();
    return Audit.of(snapshot.books(), snapshot.at());
  }
}
