package org.filterscheduler.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.jspecify.annotations.Nullable;

/**
 * An instance to be booked on a host.
 *
 * @param request the request, as of the instance
 * @param host the host
 * @param claimId the id of the claim; null for one that is made
 * @param amounts what it takes
 * @param limits what travels with the build
 * @param forced whether the filters were not asked
 * @param listed whether later instances see it among those of the host and the group; its amounts
 *     and the group's host count in any case
 */
record Placement(
    RequestSpec request,
    HostKey host,
    @Nullable String claimId,
    Map<ResourceClass, Long> amounts,
    Limits limits,
    boolean forced,
    boolean listed) {
  Placement {
    amounts = Map.copyOf(amounts);
  }

  /** Returns the claim to be made, without what structured resources give for it. */
  Claim claim(Instant at, Duration timeout) {
    String id = claimId == null ? RandomIds.next() : claimId;
    return Claim.builder(id, request.instanceUuid(), host)
        .createdAt(at)
        .expiresAt(at.plus(timeout))
        .resources(amounts)
        .limits(limits)
        .groupId(request.group().map(ServerGroup::id).orElse(null))
        .flavorId(request.flavor().id())
        .forced(forced)
        .build();
  }
}
