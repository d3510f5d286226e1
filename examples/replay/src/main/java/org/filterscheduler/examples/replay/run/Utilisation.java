package org.filterscheduler.examples.replay.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;

/** How full hosts are. */
public final class Utilisation {
  /**
   * How much of a resource is in use.
   *
   * @param resource the name of its class
   * @param used what is in use, without what is reserved
   * @param limit what may be in use, after overcommitment
   */
  public record Use(String resource, long used, double limit) {
    /** Returns the part that is in use; 0 where there is nothing. */
    public double share() {
      return limit > 0 ? used / limit : 0;
    }
  }

  /**
   * How full a zone is.
   *
   * @param zone its name; empty for hosts without one
   * @param hosts how many hosts it has
   * @param uses by resource
   */
  public record Zone(String zone, int hosts, List<Use> uses) {}

  /**
   * How full a host is.
   *
   * @param host its name
   * @param zone its zone
   * @param instances how many instances it has
   * @param uses by resource
   */
  public record Host(String host, String zone, int instances, List<Use> uses) {
    /** Returns the part that is in use of the resource that is scarcest here. */
    public double fullest() {
      return uses.stream().mapToDouble(Use::share).max().orElse(0);
    }
  }

  /** What every host has; others are shown where a host has some. */
  private static final List<ResourceClass> COMMON =
      List.of(ResourceClass.VCPU, ResourceClass.MEMORY_MB, ResourceClass.DISK_MB);

  private Utilisation() {}

  /**
   * Returns how full the zones are, in the order of their names.
   *
   * @param state the hosts
   */
  public static List<Zone> zones(ClusterState state) {
    Map<String, List<HostState>> byZone = new TreeMap<>();
    for (HostState host : state.hosts()) {
      byZone.computeIfAbsent(zoneOf(host), zone -> new ArrayList<>()).add(host);
    }
    List<Zone> zones = new ArrayList<>();
    byZone.forEach((zone, hosts) -> zones.add(new Zone(zone, hosts.size(), uses(hosts))));
    return zones;
  }

  /**
   * Returns the fullest hosts, the fullest first; of equals the one of the lower position.
   *
   * @param state the hosts
   * @param most how many at most
   */
  public static List<Host> fullest(ClusterState state, int most) {
    return state.hosts().stream()
        .map(Utilisation::host)
        .sorted(Comparator.comparingDouble(Host::fullest).reversed())
        .limit(most)
        .toList();
  }

  private static Host host(HostState host) {
    return new Host(
        host.key().toString(), zoneOf(host), host.usage().numInstances(), uses(List.of(host)));
  }

  private static String zoneOf(HostState host) {
    Set<String> zones = host.description().aggregateMetadata("availability_zone");
    return String.join(",", zones);
  }

  private static List<Use> uses(List<HostState> hosts) {
    Map<ResourceClass, Use> uses = new LinkedHashMap<>();
    COMMON.forEach(resource -> uses.put(resource, new Use(resource.name(), 0, 0)));
    for (HostState host : hosts) {
      for (ResourceClass resource : new TreeMap<>(host.description().inventories()).keySet()) {
        uses.merge(resource, use(host, resource), Utilisation::sum);
      }
    }
    return uses.values().stream().filter(use -> use.limit() > 0).toList();
  }

  private static Use use(HostState host, ResourceClass resource) {
    Inventory inventory = host.description().inventory(resource);
    double limit = inventory.limit() - inventory.reserved();
    return new Use(resource.name(), host.usage().used(resource), limit);
  }

  private static Use sum(Use some, Use more) {
    return new Use(some.resource(), some.used() + more.used(), some.limit() + more.limit());
  }
}
