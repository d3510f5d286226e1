package org.filterscheduler.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.InventoryExport.ExportedHost;
import org.filterscheduler.api.OperatorChange;

/** Turns books into an export, and an export into books. */
final class Exports {
  private Exports() {}

  static InventoryExport export(Books books, Instant at) {
    List<ExportedHost> hosts = new ArrayList<>();
    for (HostRecord record : books.records()) {
      ServiceRecord service = books.services.getOrDefault(record.key().host(), ServiceRecord.NEW);
      hosts.add(
          new ExportedHost(
              record.position(), service.seenAt(), record.report(), record.formerBoots()));
    }
    List<Claim> claims = books.activeClaims();
    claims.sort(Comparator.comparing(Claim::id));
    claims.addAll(books.endedClaims()); // their order says which is forgotten first
    return new InventoryExport(
        books.sequence, at, books.nextPosition, hosts, operator(books), claims);
  }

  private static List<OperatorChange> operator(Books books) {
    List<OperatorChange> changes = new ArrayList<>(books.aggregates.values());
    changes.sort(Comparator.comparing(OperatorChange::toString));
    List<OperatorChange> services = new ArrayList<>();
    books.services.forEach(
        (host, service) -> {
          if (service.disabled()) {
            services.add(new OperatorChange.ServiceDisabled(host, service.disabledReason()));
          }
          if (service.forcedDown()) {
            services.add(new OperatorChange.ServiceForcedDown(host, true));
          }
        });
    services.sort(Comparator.comparing(OperatorChange::toString));
    changes.addAll(services);
    books.ratios.forEach((key, ratios) -> changes.add(new OperatorChange.RatiosSet(key, ratios)));
    return changes;
  }

  static Books restore(InventoryExport export, InventorySettings settings, Bookings bookings) {
    Books books = new Books();
    BookKeeper keeper = new BookKeeper(books, settings, bookings);
    // Operators' settings and claims first: a host is then computed once, when it is registered.
    export.operator().forEach(change -> keeper.operators().change(change, export.at()));
    export.claims().forEach(claim -> keeper.claims().set(claim, true));
    for (ExportedHost host : export.hosts()) {
      Instant seenAt = host.seenAt();
      if (seenAt != null) {
        keeper.operators().seen(host.report().key(), seenAt, export.at());
      }
      keeper.register(host.report(), host.position(), host.formerBoots(), export.at());
    }
    books.nextPosition = export.nextPosition();
    books.sequence = export.sequence();
    return books;
  }
}
