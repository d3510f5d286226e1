package org.filterscheduler.examples.replay.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.RequestSpec;

/**
 * A request that asks for less than another.
 *
 * @param change what is different
 * @param request the request
 */
record Variation(String change, RequestSpec request) {
  /** Returns the variations of a request: each without one thing that it asks for. */
  static List<Variation> of(RequestSpec request) {
    List<Variation> all = new ArrayList<>();
    addWithoutParts(request, all);
    for (String spec : request.flavor().extraSpecs().keySet().stream().sorted().toList()) {
      Map<String, String> others = new HashMap<>(request.flavor().extraSpecs());
      String value = others.remove(spec);
      Flavor flavor = flavor(request.flavor(), 1, others);
      all.add(
          new Variation(
              "without the extra spec " + spec + " = " + value,
              request.toBuilder().flavor(flavor).build()));
    }
    Flavor half = flavor(request.flavor(), 2, request.flavor().extraSpecs());
    all.add(
        new Variation(
            "with half the size: %d VCPU, %d MiB, %d GiB"
                .formatted(half.vcpus(), half.memoryMb(), half.rootGb() + half.ephemeralGb()),
            request.toBuilder().flavor(half).build()));
    return all;
  }

  private static void addWithoutParts(RequestSpec request, List<Variation> all) {
    request
        .availabilityZone()
        .ifPresent(
            zone ->
                all.add(
                    new Variation(
                        "in any zone, not only in " + zone,
                        request.toBuilder().availabilityZone(null).build())));
    request
        .image()
        .ifPresent(
            image ->
                all.add(
                    new Variation(
                        "with an image that asks for nothing, not " + image.id(),
                        request.toBuilder().image(null).build())));
    request
        .group()
        .ifPresent(
            group ->
                all.add(
                    new Variation(
                        "outside the server group " + group.id() + " " + group.policies(),
                        request.toBuilder().group(null).build())));
    addWithoutLists(request, all);
  }

  private static void addWithoutLists(RequestSpec request, List<Variation> all) {
    if (!request.ignoreHosts().isEmpty()) {
      all.add(
          new Variation(
              "with no hosts ignored", request.toBuilder().ignoreHosts(List.of()).build()));
    }
    if (!request.hints().isEmpty()) {
      all.add(new Variation("without its hints", request.toBuilder().hints(Map.of()).build()));
    }
    if (request.requestedDestination().isPresent()) {
      all.add(
          new Variation(
              "on any host, not only on the requested",
              request.toBuilder().requestedDestination(null).build()));
    }
    if (request.retry().isPresent()) {
      all.add(
          new Variation(
              "with the hosts that failed before", request.toBuilder().retry(null).build()));
    }
  }

  private static Flavor flavor(Flavor flavor, int divisor, Map<String, String> extraSpecs) {
    return Flavor.builder(flavor.id())
        .name(flavor.name())
        .vcpus(flavor.vcpus() / divisor)
        .memoryMb(flavor.memoryMb() / divisor)
        .rootGb(flavor.rootGb() / divisor)
        .ephemeralGb(flavor.ephemeralGb() / divisor)
        .swapMb(flavor.swapMb() / divisor)
        .extraSpecs(extraSpecs)
        .build();
  }
}
