package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.api.ServerGroup;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as it is unusual.
 *
 * @param id distinguishes it: its instances are {@code i<id>.0} and so on, their claims {@code
 *     c<id>.0} and so on
 * @param facts what is unusual
 */
record Ask(int id, Facts facts) {
  RequestSpec request() {
    int count = facts.number("instances", 1);
    RequestSpec.Builder request =
        RequestSpec.builder(flavor())
            .requestId("r" + id)
            .claimIds(ids("c", count))
            .hints(hints())
            .image(image())
            .group(group())
            .ignoreHosts(facts.texts("ignore"))
            .forceHosts(facts.texts("force-hosts"))
            .forceNodes(facts.texts("force-nodes"))
            .retry(retry());
    if (facts.has("one-uuid") || count == 1) {
      request.instanceUuid(instance()).numInstances(count);
    } else {
      request.instanceUuids(ids("i", count));
    }
    if (facts.has("zone")) {
      request.availabilityZone(facts.text("zone"));
    }
    if (facts.has("seed")) {
      request.seed(facts.number("seed", 0));
    }
    if (facts.has("kind")) {
      request.kind(RequestKind.valueOf(facts.text("kind")));
    }
    if (facts.has("destination")) {
      HostKey key = Node.key(facts.text("destination"));
      request.requestedDestination(new Destination(key.host(), key.node()));
    }
    return request.build();
  }

  /** Its own instance, or one that another request brought. */
  private String instance() {
    return facts.has("instance") ? facts.text("instance") : "i" + id + ".0";
  }

  private List<String> ids(String prefix, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(prefix + id + "." + i);
    }
    return ids;
  }

  private Flavor flavor() {
    Map<String, String> specs = new TreeMap<>();
    facts.each("spec:", (name, value) -> specs.put(name, String.valueOf(value)));
    return Flavor.builder("flavor" + id % 7)
        .vcpus(facts.number("cpus", 1))
        .memoryMb(facts.number("mem", 512))
        .rootGb(facts.number("root", 1))
        .ephemeralGb(facts.number("ephemeral", 0))
        .swapMb(facts.number("swap", 0))
        .extraSpecs(specs)
        .build();
  }

  private Map<String, List<String>> hints() {
    Map<String, List<String>> hints = new TreeMap<>();
    facts.each("hint:", (name, value) -> hints.put(name, facts.texts("hint:" + name)));
    return hints;
  }

  private ImageMeta image() {
    Map<String, @Nullable Object> properties = new TreeMap<>();
    facts.each("image:", properties::put);
    return new ImageMeta("image", properties);
  }

  private @Nullable ServerGroup group() {
    if (!facts.has("group")) {
      return null;
    }
    ServerGroup.Builder group =
        ServerGroup.builder(facts.text("group"))
            .policies(Set.copyOf(facts.texts("policies")))
            .members(Set.copyOf(facts.texts("members")))
            .hosts(new TreeSet<>(facts.texts("group-hosts")));
    if (facts.has("max-per-host")) {
      group.rules(Map.of("max_server_per_host", facts.text("max-per-host")));
    }
    return group.build();
  }

  private @Nullable Retry retry() {
    if (!facts.has("attempt")) {
      return null;
    }
    List<Retry.Failure> failures = new ArrayList<>();
    facts.texts("tried").forEach(host -> failures.add(new Retry.Failure(Node.key(host), "boom")));
    return new Retry(facts.number("attempt", 1), failures);
  }

  boolean grouped() {
    return facts.has("group");
  }

  List<Ask> smaller() {
    return facts.smaller().stream().map(fewer -> new Ask(id, fewer)).toList();
  }

  @Override
  public String toString() {
    return "r" + id + facts;
  }
}
