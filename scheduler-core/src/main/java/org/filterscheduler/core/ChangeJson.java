package org.filterscheduler.core;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeSet;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.OperatorChange.AggregateRemoved;
import org.filterscheduler.api.OperatorChange.AggregateSet;
import org.filterscheduler.api.OperatorChange.HostRemoved;
import org.filterscheduler.api.OperatorChange.RatiosSet;
import org.filterscheduler.api.OperatorChange.ServiceDisabled;
import org.filterscheduler.api.OperatorChange.ServiceEnabled;
import org.filterscheduler.api.OperatorChange.ServiceForcedDown;

/** The form of operators' changes. */
final class ChangeJson {
  private ChangeJson() {}

  static Map<String, Object> write(OperatorChange change) {
    if (change instanceof AggregateSet set) {
      return aggregate(set);
    }
    if (change instanceof AggregateRemoved removed) {
      return kind("aggregate-removed").put("id", removed.aggregateId()).map();
    }
    if (change instanceof RatiosSet set) {
      return node("ratios-set", set.key().host(), set.key().node())
          .putByClass("ratios", set.ratios())
          .map();
    }
    if (change instanceof HostRemoved removed) {
      return node("host-removed", removed.key().host(), removed.key().node()).map();
    }
    return service(change);
  }

  private static Map<String, Object> aggregate(AggregateSet set) {
    Aggregate aggregate = set.aggregate();
    return kind("aggregate-set")
        .put("id", aggregate.id())
        .putUnless("", "name", aggregate.name())
        .put("metadata", aggregate.metadata())
        .put("hosts", new TreeSet<>(set.hosts()))
        .map();
  }

  private static Map<String, Object> service(OperatorChange change) {
    if (change instanceof ServiceEnabled enabled) {
      return kind("service-enabled").put("host", enabled.host()).map();
    }
    if (change instanceof ServiceDisabled disabled) {
      return kind("service-disabled")
          .put("host", disabled.host())
          .put("reason", disabled.reason())
          .map();
    }
    if (change instanceof ServiceForcedDown forced) {
      return kind("service-forced-down")
          .put("host", forced.host())
          .put("down", forced.down())
          .map();
    }
    throw new AssertionError(change);
  }

  static OperatorChange read(JsonFields fields) {
    String kind = fields.text("change");
    OperatorChange change =
        switch (kind) {
          case "aggregate-set" -> readAggregate(fields);
          case "aggregate-removed" -> new AggregateRemoved(fields.whole("id"));
          case "ratios-set" ->
              new RatiosSet(ReportJson.readKey(fields), fields.decimalsByClass("ratios"));
          case "host-removed" -> new HostRemoved(ReportJson.readKey(fields));
          case "service-enabled" -> new ServiceEnabled(fields.text("host"));
          case "service-disabled" ->
              new ServiceDisabled(fields.text("host"), fields.optionalText("reason"));
          case "service-forced-down" ->
              new ServiceForcedDown(fields.text("host"), fields.flag("down", false));
          default -> throw fields.wrong("change", kind, "a change that this version knows");
        };
    fields.requireAllTaken();
    return change;
  }

  private static OperatorChange readAggregate(JsonFields fields) {
    String name = fields.optionalText("name");
    Aggregate aggregate =
        new Aggregate(fields.whole("id"), name == null ? "" : name, fields.textsByName("metadata"));
    return new AggregateSet(aggregate, new LinkedHashSet<>(fields.texts("hosts")));
  }

  private static JsonOut kind(String kind) {
    return new JsonOut().put("change", kind);
  }

  private static JsonOut node(String kind, String host, String node) {
    return kind(kind).put("host", host).put("node", node);
  }
}
