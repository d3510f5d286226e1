package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.AuditFinding;
import org.filterscheduler.api.AuditFinding.Kind;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.InstanceAllocation;

/** Finds claims without a report, and reports without a claim. */
final class Audit {
  private Audit() {}

  static List<AuditFinding> of(Books books, Instant now) {
    List<AuditFinding> findings = new ArrayList<>();
    for (HostRecord record : books.records()) {
      audit(record, books, now, findings);
    }
    for (HostKey key : books.absentHosts()) {
      books
          .claimsOn(key)
          .forEach(claim -> findings.add(finding(Kind.CLAIM_WITHOUT_HOST, claim, now)));
    }
    return findings;
  }

  private static void audit(
      HostRecord record, Books books, Instant now, List<AuditFinding> findings) {
    Collection<Claim> claims = books.claimsOn(record.key());
    Set<String> listed = Listings.match(record.report(), claims);
    Set<String> explained = new HashSet<>();
    for (Claim claim : claims) {
      if (listed.contains(claim.id())) {
        explained.add(claim.instanceUuid());
      } else {
        findings.add(finding(Kind.CLAIM_WITHOUT_REPORT, claim, now));
      }
    }
    Duration age = Duration.between(seen(record, books, now), now);
    for (InstanceAllocation instance : record.report().instances()) {
      if (!explained.contains(instance.instanceUuid())) {
        findings.add(
            new AuditFinding(
                Kind.REPORT_WITHOUT_CLAIM,
                record.key(),
                instance.instanceUuid(),
                instance.claimId(),
                age));
      }
    }
  }

  private static Instant seen(HostRecord record, Books books, Instant now) {
    Instant seen = books.services.getOrDefault(record.key().host(), ServiceRecord.NEW).seenAt();
    return seen == null ? now : seen;
  }

  private static AuditFinding finding(Kind kind, Claim claim, Instant now) {
    return new AuditFinding(
        kind,
        claim.host(),
        claim.instanceUuid(),
        claim.id(),
        Duration.between(claim.createdAt(), now));
  }
}
