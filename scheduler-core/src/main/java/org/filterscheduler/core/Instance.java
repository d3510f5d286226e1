package org.filterscheduler.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a request.
 *
 * @param request the request as of this instance, under the instance's own id: what is booked
 * @param seen the request as plug-ins see it
 * @param claimId the claim to make; null where its id is made up
 */
record Instance(RequestSpec request, RequestSpec seen, @Nullable String claimId) {
  /**
   * Takes a request apart. One that has an index already is a single instance: what a filter sees
   * of a request can itself be explained.
   */
  static List<Instance> of(RequestSpec request, Policy.Quirks quirks) {
    if (request.index() > 0) {
      return List.of(new Instance(request, request, claimId(request, request.index())));
    }
    List<Instance> instances = new ArrayList<>(request.numInstances());
    for (int index = 0; index < request.numInstances(); index++) {
      instances.add(of(request, index, quirks));
    }
    return instances;
  }

  private static Instance of(RequestSpec request, int index, Policy.Quirks quirks) {
    RequestSpec own = asOf(request, index, instanceUuid(request, index));
    RequestSpec seen =
        quirks.sharedInstanceUuid() ? asOf(request, index, request.instanceUuid()) : own;
    return new Instance(own, seen, claimId(request, index));
  }

  static int count(RequestSpec request) {
    return request.index() > 0 ? 1 : request.numInstances();
  }

  static Instance first(RequestSpec request, Policy.Quirks quirks) {
    return request.index() > 0 ? of(request, quirks).get(0) : of(request, 0, quirks);
  }

  private static RequestSpec asOf(RequestSpec request, int index, String instanceUuid) {
    if (index == 0 && instanceUuid.equals(request.instanceUuid())) {
      return request;
    }
    return request.toBuilder()
        .requestId(request.requestId()) // by default it is the id of the first instance
        .index(index)
        .instanceUuid(instanceUuid)
        .build();
  }

  /** Ids that nobody gave are derived, so that a request that is delivered twice has the same. */
  private static String instanceUuid(RequestSpec request, int index) {
    if (!request.instanceUuids().isEmpty()) {
      return request.instanceUuids().get(index);
    }
    return index == 0
        ? request.instanceUuid()
        : UUID.nameUUIDFromBytes((request.instanceUuid() + "/" + index).getBytes(UTF_8)).toString();
  }

  private static @Nullable String claimId(RequestSpec request, int index) {
    return index < request.claimIds().size() ? request.claimIds().get(index) : null;
  }

  /** A rebuild stays where it is and holds its amounts already: it claims nothing. */
  boolean isRebuild() {
    return request.kind() == RequestKind.REBUILD;
  }

  boolean isForced() {
    return request.forced();
  }

  Placement on(HostKey host, Limits limits, Policy.Quirks quirks, boolean listed) {
    return new Placement(request, host, claimId, amounts(quirks), limits, isForced(), listed);
  }

  private Map<ResourceClass, Long> amounts(Policy.Quirks quirks) {
    boolean replaced = request.extraResources().containsKey(ResourceClass.DISK_MB);
    long swap = request.flavor().swapMb();
    if (!quirks.swapIsFree() || replaced || swap == 0) {
      return request.resources();
    }
    Map<ResourceClass, Long> amounts = new TreeMap<>(request.resources());
    amounts.computeIfPresent(
        ResourceClass.DISK_MB, (disk, amount) -> amount == swap ? null : amount - swap);
    return amounts;
  }
}
