package org.filterscheduler.examples.replay.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.examples.replay.run.TimedRequest;

/** Reads one request of a file. */
final class RequestReader {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "flavor",
          "image",
          "group",
          "instances",
          "instance_uuids",
          "availability_zone",
          "project_id",
          "hints",
          "ignore_hosts",
          "force_hosts",
          "force_nodes",
          "destination",
          "retry",
          "kind",
          "seed",
          "arrives",
          "departs");
  private static final Set<String> DESTINATION_FIELDS = Set.of("host", "node");
  private static final Set<String> RETRY_FIELDS = Set.of("attempt", "hosts");

  private final Section section;
  private final RequestsFile file;
  private final String id;

  RequestReader(Section section, RequestsFile file) {
    this.section = section.only(FIELDS);
    this.file = file;
    id = section.text("id");
  }

  TimedRequest request() {
    try {
      return new TimedRequest(spec(), section.amount("arrives", 0), departs());
    } catch (IllegalArgumentException e) {
      throw section.wrong(e);
    }
  }

  private long departs() {
    long departs = section.amount("departs", TimedRequest.NEVER);
    if (departs < section.amount("arrives", 0)) {
      throw section.wrong("departs", "a time not before the arrival");
    }
    return departs;
  }

  private RequestSpec spec() {
    RequestSpec.Builder spec =
        RequestSpec.builder(file.flavor(section))
            .requestId(id)
            .availabilityZone(section.text("availability_zone", null))
            .projectId(section.text("project_id", null))
            .ignoreHosts(section.texts("ignore_hosts"))
            .forceHosts(section.texts("force_hosts"))
            .forceNodes(section.texts("force_nodes"))
            .hints(hints());
    addInstances(spec);
    if (section.has("image")) {
      spec.image(file.image(section));
    }
    if (section.has("group")) {
      spec.group(file.group(section));
    }
    if (section.has("seed")) {
      spec.seed(section.amount("seed", 0));
    }
    addKind(spec);
    addHistory(spec);
    return spec.build();
  }

  /** One instance has the id of the request; several have it with their number behind. */
  private void addInstances(RequestSpec.Builder spec) {
    int number = section.count("instances", 1, 1);
    List<String> given = section.texts("instance_uuids");
    if (!given.isEmpty() && section.has("instances") && given.size() != number) {
      throw section.wrong("instances", "as many as there are instance_uuids: " + given.size());
    }
    if (!given.isEmpty()) {
      spec.instanceUuid(given.get(0)).instanceUuids(given);
    } else if (number == 1) {
      spec.instanceUuid(id).instanceUuids(List.of(id));
    } else {
      List<String> made = IntStream.range(0, number).mapToObj(i -> id + "-" + i).toList();
      spec.instanceUuid(made.get(0)).instanceUuids(made);
    }
  }

  private void addKind(RequestSpec.Builder spec) {
    if (!section.has("kind")) {
      return;
    }
    for (RequestKind kind : RequestKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(section.text("kind"))) {
        spec.kind(kind);
        return;
      }
    }
    throw section.wrong("kind", "one of boot, rebuild, resize, migrate, live_migrate, evacuate");
  }

  private void addHistory(RequestSpec.Builder spec) {
    if (section.has("destination")) {
      Section to = section.section("destination").only(DESTINATION_FIELDS);
      spec.requestedDestination(new Destination(to.text("host"), to.text("node", null)));
    }
    if (section.has("retry")) {
      Section retry = section.section("retry").only(RETRY_FIELDS);
      List<Retry.Failure> failures =
          retry.tuples("hosts", 2, "[host, node]").stream()
              .map(pair -> new Retry.Failure(new HostKey(pair.get(0), pair.get(1)), null))
              .toList();
      spec.retry(new Retry(retry.count("attempt", 1, failures.size() + 1), failures));
    }
  }

  /** A hint is a text or a list of texts. */
  private Map<String, List<String>> hints() {
    Map<String, List<String>> hints = new LinkedHashMap<>();
    if (section.has("hints")) {
      Section all = section.section("hints");
      for (String name : all.names()) {
        hints.put(name, all.isText(name) ? List.of(all.text(name)) : all.texts(name));
      }
    }
    return hints;
  }
}
