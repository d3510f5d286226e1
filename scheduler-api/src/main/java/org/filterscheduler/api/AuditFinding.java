package org.filterscheduler.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A claim and a report that do not agree.
 *
 * @param kind what does not agree
 * @param host the host
 * @param instanceUuid the instance
 * @param claimId the claim; null where there is none
 * @param age for how long, since the claim was made or the report came
 */
public record AuditFinding(
    Kind kind, HostKey host, String instanceUuid, @Nullable String claimId, Duration age) {
  /** What does not agree. */
  public enum Kind {
    /** A claim that its host does not list. */
    CLAIM_WITHOUT_REPORT,
    /** An instance that its host lists without an active claim. */
    REPORT_WITHOUT_CLAIM,
    /** A claim on a host that is not registered. */
    CLAIM_WITHOUT_HOST
  }
}
