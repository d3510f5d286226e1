package org.filterscheduler.core;

import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
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
}
