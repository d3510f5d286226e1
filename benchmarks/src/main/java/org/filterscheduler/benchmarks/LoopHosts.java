package org.filterscheduler.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user would write without a library: objects, ten predicates behind an interface. The
 * engines differ in how they choose among the hosts that pass.
 */
final class LoopHosts {
  static final class Host {
    final int position;
    final String zone;
    final boolean up = true;
    final int ramTotal = Spread.RAM_MB;
    final int diskTotal = Spread.DISK_GB;
    final int vcpus = Spread.VCPUS;
    int ramFree;
    int diskFree;
    int vcpusUsed;
    int builds; // instances that are being built

    Host(int position, int ramUsed, int diskUsed) {
      this.position = position;
      this.zone = "az" + position % Spread.ZONES;
      this.ramFree = ramTotal - ramUsed;
      this.diskFree = diskTotal - diskUsed;
    }
  }

  record Request(
      int vcpus,
      int ramMb,
      int diskGb,
      @Nullable String zone,
      List<Integer> tried,
      List<Integer> group) {}

  interface Predicate {
    boolean passes(Host host, Request request);
  }

  final Host[] hosts;
  final Request[] requests = new Request[Spread.REQUESTS];
  final List<Predicate> predicates = new ArrayList<>();

  LoopHosts(Spread spread) {
    hosts = new Host[spread.hosts];
    for (int h = 0; h < spread.hosts; h++) {
      hosts[h] = new Host(h, spread.baseRam[h], spread.baseDisk[h]);
    }
    for (int i = 0; i < requests.length; i++) {
      int[] f = Spread.FLAVORS[spread.flavor[i]];
      String zone = spread.zone[i] < 0 ? null : "az" + spread.zone[i];
      requests[i] = new Request(f[0], f[1], f[2], zone, List.of(), List.of());
    }
    predicates.add((h, r) -> r.tried().isEmpty() || !r.tried().contains(h.position));
    predicates.add((h, r) -> r.zone() == null || r.zone().equals(h.zone));
    predicates.add((h, r) -> r.ramMb() <= h.ramTotal && h.ramFree + h.ramTotal * 0.5 >= r.ramMb());
    predicates.add((h, r) -> r.diskGb() <= h.diskTotal && h.diskFree >= r.diskGb());
    predicates.add((h, r) -> r.vcpus() <= h.vcpus && h.vcpus * 16.0 - h.vcpusUsed >= r.vcpus());
    predicates.add((h, r) -> h.up);
    predicates.add(
        new Predicate() { // capabilities: no extra spec asked
          @Override
          public boolean passes(Host h, Request r) {
            return true;
          }
        });
    predicates.add(
        new Predicate() { // image properties: none asked
          @Override
          public boolean passes(Host h, Request r) {
            return true;
          }
        });
    predicates.add((h, r) -> r.group().isEmpty() || !r.group().contains(h.position));
    predicates.add((h, r) -> r.group().isEmpty() || r.group().contains(h.position));
  }

  /** Books the request on a host, and returns the host's position; -1 for none. */
  static int take(@Nullable Host host, Request request) {
    if (host == null) {
      return -1;
    }
    host.vcpusUsed += request.vcpus();
    host.ramFree -= request.ramMb();
    host.diskFree -= request.diskGb();
    host.builds++;
    return host.position;
  }

  void book(int host, int flavor, int sign) {
    int[] f = Spread.FLAVORS[flavor];
    hosts[host].vcpusUsed += sign * f[0];
    hosts[host].ramFree -= sign * f[1];
    hosts[host].diskFree -= sign * f[2];
    hosts[host].builds += sign;
  }

  long[] books(int host) {
    return new long[] {hosts[host].ramFree, hosts[host].diskFree, hosts[host].vcpusUsed};
  }
}
