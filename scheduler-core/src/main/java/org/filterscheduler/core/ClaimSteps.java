package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ClaimException.Code;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostKey;

/** The steps of a claim's life: each gives the claim as it is afterwards, or says why it cannot. */
final class ClaimSteps {
  private ClaimSteps() {}

  static Claim confirmed(Books books, String id) {
    Claim claim = active(books, id, "confirmed");
    return claim.state() == ClaimState.CONFIRMED
        ? claim
        : claim.toBuilder().state(ClaimState.CONFIRMED).expiresAt(null).build();
  }

  static Claim released(Books books, String id) {
    Claim claim = known(books, id);
    return claim.state().active()
        ? claim.toBuilder().state(ClaimState.RELEASED).expiresAt(null).build()
        : claim;
  }

  static Claim renewed(Books books, String id, Instant expiry) {
    Claim claim = active(books, id, "renewed");
    return claim.state() == ClaimState.CONFIRMED
        ? claim
        : claim.toBuilder().expiresAt(expiry).build();
  }

  static Claim moved(Books books, String id, HostKey to) {
    Claim claim = active(books, id, "moved");
    if (claim.host().equals(to)) {
      return claim;
    }
    registered(books, id, to);
    if (!claim.receipts().isEmpty()) {
      throw new ClaimException(
          Code.BOOKING_REFUSED,
          id,
          "The claim "
              + id
              + " holds "
              + claim.receipts().keySet()
              + " of "
              + claim.host()
              + ", which cannot be moved unseen. Select a host anew and release this claim.");
    }
    return claim.toBuilder().host(to).forced(true).build();
  }

  /** Returns the claim to be made, or the one that was made under its id. */
  static Claim made(Books books, Claim wanted, Instant now, Duration timeout) {
    Claim before = books.claims.get(wanted.id());
    if (before != null) {
      if (!before.instanceUuid().equals(wanted.instanceUuid())
          || !before.host().equals(wanted.host())) {
        checkFree(wanted, books);
      }
      return active(books, wanted.id(), "made again");
    }
    registered(books, wanted.id(), wanted.host());
    return wanted.toBuilder()
        .state(ClaimState.PENDING)
        .createdAt(now)
        .expiresAt(now.plus(timeout))
        .forced(true)
        .build();
  }

  static Claim expired(Claim claim) {
    return claim.toBuilder().state(ClaimState.EXPIRED).expiresAt(null).build();
  }

  /** Checks that no claim has this id yet. */
  static void checkFree(Claim wanted, Books books) {
    Claim other = books.claims.get(wanted.id());
    if (other != null) {
      throw new ClaimException(
          Code.CLAIM_ID_TAKEN,
          wanted.id(),
          "The claim id " + wanted.id() + " is taken by " + other + ". Give another id.");
    }
  }

  private static void registered(Books books, String id, HostKey host) {
    if (books.record(host) == null) {
      throw new ClaimException(
          Code.UNKNOWN_HOST,
          id,
          "The host " + host + " of the claim " + id + " is not registered: it never reported.");
    }
  }

  private static Claim known(Books books, String id) {
    Claim claim = books.claims.get(id);
    if (claim == null) {
      throw new ClaimException(
          Code.UNKNOWN_CLAIM,
          id,
          "There is no claim " + id + ", or it ended so long ago that it is forgotten.");
    }
    return claim;
  }

  private static Claim active(Books books, String id, String step) {
    Claim claim = known(books, id);
    checkActive(claim, step);
    return claim;
  }

  /** Checks that a claim has not ended. */
  static void checkActive(Claim claim, String step) {
    String id = claim.id();
    if (claim.state() == ClaimState.EXPIRED) {
      throw new ClaimException(
          Code.CLAIM_EXPIRED,
          id,
          "The claim " + id + " cannot be " + step + ": it expired unconfirmed. Select anew.");
    }
    if (claim.state() == ClaimState.RELEASED) {
      throw new ClaimException(
          Code.CLAIM_RELEASED, id, "The claim " + id + " cannot be " + step + ": it was released.");
    }
  }
}
