package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.nova.ImageProperties;
import org.jspecify.annotations.Nullable;

/** The request of a case. */
final class RequestOfCase {
  /** Of cases in which it does not matter: each is judged on a cluster of its own. */
  private static final String NO_UUID = "00000000-0000-0000-0000-000000000001";

  private RequestOfCase() {}

  /** Returns the whole request, as it is given to the engine. */
  static RequestSpec of(JsonNode request) {
    RequestSpec.Builder builder = alone(request);
    List<String> uuids = Json.texts(request.path("instance_uuids"));
    int given = request.path("num_instances").asInt(1);
    return builder
        .numInstances(uuids.isEmpty() ? given : uuids.size()) // as many as ids, whatever is given
        .instanceUuids(uuids)
        .ignoreHosts(Json.texts(request.path("ignore_hosts")))
        .forceHosts(Json.texts(request.path("force_hosts")))
        .forceNodes(Json.texts(request.path("force_nodes")))
        .requestedDestination(destination(request.path("requested_destination")))
        .build();
  }

  /** Returns one instance of the request, without what selects hosts before any filter runs. */
  static RequestSpec.Builder alone(JsonNode request) {
    RequestSpec.Builder builder =
        RequestSpec.builder(flavor(request.path("flavor")))
            .projectId(Json.text(request, "project_id"))
            .availabilityZone(Json.text(request, "availability_zone"))
            .image(image(request.path("image")))
            .group(group(request.path("group")))
            .hints(hints(request.path("hints")))
            .retry(retry(request.path("retry")));
    String uuid = Json.text(request, "instance_uuid");
    return builder.instanceUuid(uuid == null ? NO_UUID : uuid);
  }

  private static Flavor flavor(JsonNode flavor) {
    return Flavor.builder(flavor.path("id").asText("1"))
        .name(flavor.path("name").asText("flavor"))
        .memoryMb(flavor.path("memory_mb").asLong())
        .vcpus(flavor.path("vcpus").asInt())
        .rootGb(flavor.path("root_gb").asLong())
        .ephemeralGb(flavor.path("ephemeral_gb").asLong())
        .swapMb(flavor.path("swap_mb").asLong())
        .extraSpecs(extraSpecs(flavor.path("extra_specs")))
        .build();
  }

  /** The amounts among them are Placement's business, which the cases do without. */
  private static Map<String, String> extraSpecs(JsonNode specs) {
    Map<String, String> all = Json.textMap(specs);
    all.keySet().removeIf(key -> key.startsWith("resources:"));
    return all;
  }

  /** Nova reads the properties with the request: a bad one is an error, whatever filter runs. */
  private static @Nullable ImageMeta image(JsonNode image) {
    if (!image.isObject()) {
      return null;
    }
    ImageMeta meta = new ImageMeta(Json.text(image, "id"), Json.plain(image.path("properties")));
    ImageProperties.of(meta); // throws where Nova does
    return meta;
  }

  private static @Nullable ServerGroup group(JsonNode group) {
    if (!group.isObject()) {
      return null;
    }
    return ServerGroup.builder("group-of-the-case")
        .policies(new HashSet<>(Json.texts(group.path("policies"))))
        .hosts(new HashSet<>(Json.texts(group.path("hosts"))))
        .members(new HashSet<>(Json.texts(group.path("members"))))
        .build();
  }

  private static Map<String, List<String>> hints(JsonNode hints) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    hints.properties().forEach(entry -> map.put(entry.getKey(), Json.texts(entry.getValue())));
    return map;
  }

  private static @Nullable Retry retry(JsonNode retry) {
    if (!retry.isObject()) {
      return null;
    }
    List<Retry.Failure> failures = new ArrayList<>();
    for (JsonNode pair : retry.path("hosts")) {
      failures.add(new Retry.Failure(Json.hostKey(pair), null));
    }
    return new Retry(retry.path("num_attempts").asInt(), failures);
  }

  private static @Nullable Destination destination(JsonNode wanted) {
    return wanted.isObject()
        ? new Destination(wanted.path("host").asText(), Json.text(wanted, "node"))
        : null;
  }
}
