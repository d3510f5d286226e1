package org.filterscheduler.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.InventoryEvent.ClaimsChanged;
import org.filterscheduler.api.InventoryEvent.HostReported;
import org.filterscheduler.api.InventoryEvent.OperatorChanged;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.InventoryExport.ExportedHost;

/** The form of events and exports. */
final class EventJson {
  private static final String VERSION = "version";

  private EventJson() {}

  static Map<String, Object> write(InventoryEvent event) {
    JsonOut out = versioned().put("sequence", event.sequence()).put("at", event.at().toString());
    if (event instanceof HostReported reported) {
      return out.put("event", "host-reported")
          .put("report", ReportJson.write(reported.report()))
          .map();
    }
    if (event instanceof OperatorChanged changed) {
      return out.put("event", "operator-changed")
          .put("change", ChangeJson.write(changed.change()))
          .map();
    }
    if (event instanceof ClaimsChanged changed) {
      return out.put("event", "claims-changed")
          .putEach("claims", changed.claims(), ClaimJson::write)
          .map();
    }
    throw new AssertionError(event);
  }

  static InventoryEvent read(JsonFields fields) {
    requireKnownVersion(fields);
    long sequence = fields.whole("sequence");
    Instant at = fields.instant("at");
    String kind = fields.text("event");
    InventoryEvent event =
        switch (kind) {
          case "host-reported" ->
              new HostReported(sequence, at, ReportJson.read(fields.object("report")));
          case "operator-changed" ->
              new OperatorChanged(sequence, at, ChangeJson.read(fields.object("change")));
          case "claims-changed" ->
              new ClaimsChanged(sequence, at, fields.objects("claims", ClaimJson::read));
          default -> throw fields.wrong("event", kind, "an event that this version knows");
        };
    fields.requireAllTaken();
    return event;
  }

  /** Events that were made together are written together: all of them or none. */
  static Map<String, Object> writeAll(List<InventoryEvent> events) {
    return events.size() == 1
        ? write(events.get(0))
        : versioned().putEach("events", events, EventJson::write).map();
  }

  static List<InventoryEvent> readAll(JsonFields fields) {
    if (!fields.has("events")) {
      return List.of(read(fields));
    }
    requireKnownVersion(fields);
    List<InventoryEvent> events = fields.objects("events", EventJson::read);
    fields.requireAllTaken();
    return events;
  }

  static Map<String, Object> write(InventoryExport export) {
    return versioned()
        .put("sequence", export.sequence())
        .put("at", export.at().toString())
        .put("nextPosition", export.nextPosition())
        .putEach("hosts", export.hosts(), EventJson::host)
        .putEach("operator", export.operator(), ChangeJson::write)
        .putEach("claims", export.claims(), ClaimJson::write)
        .map();
  }

  static InventoryExport readExport(JsonFields fields) {
    requireKnownVersion(fields);
    InventoryExport export =
        new InventoryExport(
            fields.whole("sequence"),
            fields.instant("at"),
            fields.whole("nextPosition"),
            fields.objects("hosts", EventJson::readHost),
            fields.objects("operator", ChangeJson::read),
            fields.objects("claims", ClaimJson::read));
    fields.requireAllTaken();
    return export;
  }

  private static Map<String, Object> host(ExportedHost host) {
    return new JsonOut()
        .put("position", host.position())
        .put("seenAt", host.seenAt() == null ? null : host.seenAt().toString())
        .put("report", ReportJson.write(host.report()))
        .put("formerBoots", host.formerBoots())
        .map();
  }

  private static ExportedHost readHost(JsonFields fields) {
    return new ExportedHost(
        fields.whole("position"),
        fields.optionalInstant("seenAt"),
        ReportJson.read(fields.object("report")),
        fields.texts("formerBoots"));
  }

  private static JsonOut versioned() {
    return new JsonOut().put(VERSION, InventoryEvent.VERSION);
  }

  private static void requireKnownVersion(JsonFields fields) {
    long version = fields.whole(VERSION);
    if (version < 1 || version > InventoryEvent.VERSION) {
      String rule =
          "at most "
              + InventoryEvent.VERSION
              + ", which is what this version of the library knows. Read it with a newer one";
      throw fields.wrong(VERSION, version, rule);
    }
  }
}
