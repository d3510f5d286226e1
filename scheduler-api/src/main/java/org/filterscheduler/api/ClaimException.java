package org.filterscheduler.api;

import java.util.Objects;

/**
 * A step in the life of a claim that cannot be taken. The code survives serialisation; a controller
 * of several processes sends it instead of the exception.
 */
public final class ClaimException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the step cannot be taken. */
  public enum Code {
    /** No claim has this id. */
    UNKNOWN_CLAIM,
    /** The claim expired before it was confirmed or renewed. */
    CLAIM_EXPIRED,
    /** The claim was released before. */
    CLAIM_RELEASED,
    /** The host of the claim is not registered. */
    UNKNOWN_HOST,
    /** The id is that of another claim, for another instance or host. */
    CLAIM_ID_TAKEN,
    /** A structured resource does not fit on the host. */
    BOOKING_REFUSED
  }

  private final Code code;
  private final String claimId;

  /**
   * Creates the exception.
   *
   * @param code why
   * @param claimId the claim
   * @param message the whole sentence
   */
  public ClaimException(Code code, String claimId, String message) {
    super(message);
    this.code = Objects.requireNonNull(code, "code");
    this.claimId = Objects.requireNonNull(claimId, "claimId");
  }

  /** Returns why the step cannot be taken. */
  public Code code() {
    return code;
  }

  /** Returns the id of the claim. */
  public String claimId() {
    return claimId;
  }
}
