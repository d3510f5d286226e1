package org.filterscheduler.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance that a node lists in its report, and what it takes of the amounts that the node
 * reports as used.
 *
 * @param instanceUuid the instance
 * @param claimId the claim under which it was built; null where the node knows of none
 * @param flavorId the id of its flavor, where known
 * @param resources the amounts it takes, 0 or more; they are part of the node's used amounts
 */
public record InstanceAllocation(
    String instanceUuid,
    @Nullable String claimId,
    @Nullable String flavorId,
    Map<ResourceClass, Long> resources) {
  /** Checks the id and the amounts. */
  public InstanceAllocation {
    Require.notBlank(instanceUuid, "instanceUuid");
    resources.forEach((resource, amount) -> Require.amount(amount, resource.name()));
    resources = Map.copyOf(resources);
  }
}
