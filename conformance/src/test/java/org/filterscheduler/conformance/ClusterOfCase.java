package org.filterscheduler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.OperatorChange;

/** Fills an inventory with the hosts of a case: by reports, and by what operators did. */
final class ClusterOfCase {
  private ClusterOfCase() {}

  static void fill(HostInventory inventory, ConformanceCase test, Instant now) {
    Map<Aggregate, Set<String>> aggregates = new LinkedHashMap<>();
    for (JsonNode host : test.hosts()) {
      boolean unknown =
          test.kind() == ConformanceCase.Kind.SCHEDULE && host.path("service").isNull();
      if (!unknown) {
        inventory.report(HostOfCase.report(host, now));
        changeService(inventory, host);
        collectAggregates(host, aggregates);
      }
    }
    aggregates.forEach(
        (aggregate, hosts) -> inventory.change(new OperatorChange.AggregateSet(aggregate, hosts)));
  }

  private static void changeService(HostInventory inventory, JsonNode host) {
    String name = HostOfCase.key(host).host();
    JsonNode service = host.path("service");
    if (service.path("disabled").asBoolean()) {
      String reason = Json.text(service, "disabled_reason");
      inventory.change(new OperatorChange.ServiceDisabled(name, reason));
    }
    if (service.path("forced_down").asBoolean()) {
      inventory.change(new OperatorChange.ServiceForcedDown(name, true));
    }
  }

  private static void collectAggregates(JsonNode host, Map<Aggregate, Set<String>> aggregates) {
    for (JsonNode node : host.path("aggregates")) {
      long id = node.path("id").asLong();
      Aggregate aggregate = new Aggregate(id, "", Json.textMap(node.path("metadata")));
      aggregates
          .computeIfAbsent(aggregate, key -> new LinkedHashSet<>())
          .add(HostOfCase.key(host).host());
    }
  }
}
