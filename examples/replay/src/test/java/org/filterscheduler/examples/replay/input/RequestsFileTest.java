package org.filterscheduler.examples.replay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Retry;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestsFileTest {
  @Test
  void parse_allFields_giveTheRequest() {
    List<TimedRequest> requests =
        RequestsFile.parse(
            "x.conf",
            """
            flavors = [{ id = f, name = medium, vcpus = 2, memory_mb = 4096, root_gb = 40,
              ephemeral_gb = 10, swap_mb = 512, extra_specs { "hw:numa" = "1" } }]
            images = [{ id = i, properties { hw_architecture = x86_64, min = 5 } }]
            groups = [{ id = g, policies = [affinity], rules { max = "1" }, members = [m], hosts = [h] }]
            requests = [{
              id = r, flavor = f, image = i, group = g, instance_uuids = [a, b]
              availability_zone = north, project_id = p, hints { same_host = a, other = [x, y] }
              ignore_hosts = [h1], force_hosts = [h2], force_nodes = [h3]
              destination { host = h4, node = n4 }, retry { attempt = 2, hosts = [[h5, n5]] }
              kind = live_migrate, seed = 7, arrives = 10, departs = 20
            }]
            """);

    RequestSpec expected =
        RequestSpec.builder(
                Flavor.builder("f")
                    .name("medium")
                    .vcpus(2)
                    .memoryMb(4096)
                    .rootGb(40)
                    .ephemeralGb(10)
                    .swapMb(512)
                    .extraSpecs(Map.of("hw:numa", "1"))
                    .build())
            .requestId("r")
            .instanceUuid("a")
            .instanceUuids(List.of("a", "b"))
            .image(new ImageMeta("i", Map.of("hw_architecture", "x86_64", "min", 5)))
            .group(
                ServerGroup.builder("g")
                    .policy("affinity")
                    .rules(Map.of("max", "1"))
                    .members(Set.of("m"))
                    .hosts(Set.of("h"))
                    .build())
            .availabilityZone("north")
            .projectId("p")
            .hints(Map.of("same_host", List.of("a"), "other", List.of("x", "y")))
            .ignoreHosts(List.of("h1"))
            .forceHosts(List.of("h2"))
            .forceNodes(List.of("h3"))
            .requestedDestination(new Destination("h4", "n4"))
            .retry(new Retry(2, List.of(new Retry.Failure(new HostKey("h5", "n5"), null))))
            .kind(RequestKind.LIVE_MIGRATE)
            .seed(7)
            .build();
    assertThat(requests).containsExactly(new TimedRequest(expected, 10, 20));
  }

  @Test
  void parse_severalInstances_areNumbered() {
    TimedRequest request = parse("id = r, flavor = f, instances = 2").get(0);

    assertThat(request.request().instanceUuids()).containsExactly("r-0", "r-1");
    assertThat(request.departs()).isEqualTo(TimedRequest.NEVER);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          flavor = f                                      | requests[0].id: nothing: expected a value for id
          id = r                                          | requests[0].flavor: nothing: expected a value for flavor
          id = r, flavor = g                              | requests[0].flavor: "g": expected the id of one of the flavors of the file; maybe f?
          id = r, flavor { id = x, vcpus = -1 }           | requests[0].flavor.vcpus: -1: expected a whole number, 0 or more
          id = r, flavor { id = x, vcpus = 3000000000 }   | requests[0].flavor.vcpus: 3000000000: expected at most 2147483647
          id = r, flavor { id = x, extra_specs { a = 1 }} | requests[0].flavor.extra_specs.a: 1: expected a text in quotes
          id = r, flavor = f, image = ubuntu              | requests[0].image: "ubuntu": expected the id of one of the images
          id = r, flavor = f, group = web                 | requests[0].group: "web": expected the id of one of the groups
          id = r, flavor = f, instances = 0               | requests[0].instances: 0: expected a whole number, 1 or more
          id = r, flavor = f, instances = 3, instance_uuids = [a]  | requests[0].instances: 3: expected as many as there are instance_uuids: 1
          id = r, flavor = f, instance_uuids = [a, a]     | instanceUuids (a) must not be named twice
          id = r, flavor = f, kind = reboot               | requests[0].kind: "reboot": expected one of boot, rebuild
          id = r, flavor = f, arrives = 5, departs = 4    | requests[0].departs: 4: expected a time not before the arrival
          id = r, flavor = f, arrives = -5                | requests[0].arrives: -5: expected a whole number
          id = r, flavor = f, retry { attempt = 0 }        | requests[0].retry.attempt: 0: expected a whole number, 1 or more
          id = r, flavor = f, retry { attempt = 1, hosts = [a] }   | requests[0].retry.hosts[0]: "a": expected [host, node]
          id = r, flavor = f, zone = north                | requests[0].zone: unknown field
          id = r, flavor = f, hints = [a]                 | requests[0].hints: ["a"]: expected an object
          """)
  void parse_wrongValue_namesPlaceValueAndRule(String fields, String message) {
    assertThatThrownBy(() -> parse(fields))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.conf:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void parse_requestIdTwice_namesBothLines() {
    assertThatThrownBy(() -> parse("id = r, flavor = f }\n { id = r, flavor = f"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "x.conf:3: requests[1].id: \"r\": expected an id that is not there yet; the first is on"
                + " line 2");
  }

  @Test
  void parse_flavorIdTwice_isRefused() {
    assertThatThrownBy(() -> RequestsFile.parse("x.conf", "flavors = [{id = f}, {id = f}]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("flavors[1].id: \"f\": expected an id that is not there yet");
  }

  @Test
  void parse_noRequests_isRefused() {
    assertThatThrownBy(() -> RequestsFile.parse("x.conf", "flavors = [{id = f}]"))
        .isInstanceOf(InputException.class)
        .hasMessage("x.conf: requests: expected a list of at least one request.");
  }

  private static List<TimedRequest> parse(String request) {
    return RequestsFile.parse(
        "x.conf", "flavors = [{ id = f, vcpus = 1 }]\nrequests = [{" + request + "}]");
  }
}
