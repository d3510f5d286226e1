package org.filterscheduler.spi.nova;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServiceState;
import org.filterscheduler.api.SupportedInstance;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a host by the names that Nova's host state gives them, which flavors and hints
 * may use: {@code free_ram_mb}, {@code cpu_info}, {@code stats}.
 *
 * <p>Their values are JSON-like data: strings, {@code Long} and {@code Double}, booleans, null,
 * lists and maps. A host's own {@linkplain HostDescription#attributes() further attributes} are
 * among them and win over those of the same name. A node that has never reported has neither {@code
 * stats} nor {@code failed_builds}, and null for what it alone knows.
 */
public final class HostAttributes {
  private static final long MB_PER_GB = 1024;

  private static final Map<String, Function<HostDescription, @Nullable Object>> OF_DESCRIPTION =
      ofDescription();
  private static final Map<String, Function<HostState, @Nullable Object>> OF_USAGE = ofUsage();
  private static final Set<String> ABSENT_BEFORE_FIRST_REPORT = Set.of("stats", "failed_builds");

  private HostAttributes() {}

  /**
   * Returns whether hosts have an attribute of this name whose value changes with claims and
   * reports. It takes a whole host state; all others can be read of the description alone.
   *
   * @param name the name
   */
  public static boolean dependsOnUsage(String name) {
    return OF_USAGE.containsKey(name);
  }

  /**
   * Returns whether a host has an attribute of this name, be its value null.
   *
   * @param host the host
   * @param name the name
   */
  public static boolean has(HostDescription host, String name) {
    if (host.attributes().containsKey(name)) {
      return true;
    }
    return (OF_DESCRIPTION.containsKey(name) || OF_USAGE.containsKey(name))
        && (host.initialised() || !ABSENT_BEFORE_FIRST_REPORT.contains(name));
  }

  /**
   * Returns the value of an attribute that does not depend on the usage; null where there is none.
   *
   * @param host the host
   * @param name the name
   * @throws IllegalArgumentException if the attribute depends on the usage
   */
  public static @Nullable Object value(HostDescription host, String name) {
    if (dependsOnUsage(name)) {
      throw new IllegalArgumentException(
          "The attribute " + name + " depends on the usage of a host: ask its state.");
    }
    return ofDescription(host, name);
  }

  /**
   * Returns the value of an attribute; null where there is none.
   *
   * @param host the host
   * @param name the name
   */
  public static @Nullable Object value(HostState host, String name) {
    Function<HostState, @Nullable Object> ofUsage = OF_USAGE.get(name);
    HostDescription description = host.description();
    if (ofUsage == null || description.attributes().containsKey(name)) {
      return ofDescription(description, name);
    }
    return has(description, name) ? ofUsage.apply(host) : null;
  }

  private static @Nullable Object ofDescription(HostDescription host, String name) {
    if (host.attributes().containsKey(name)) {
      return host.attributes().get(name);
    }
    Function<HostDescription, @Nullable Object> reader = OF_DESCRIPTION.get(name);
    return reader == null || !has(host, name) ? null : reader.apply(host);
  }

  private static Map<String, Function<HostDescription, @Nullable Object>> ofDescription() {
    Map<String, Function<HostDescription, @Nullable Object>> all = new LinkedHashMap<>();
    all.put("host", host -> host.key().host());
    all.put("nodename", host -> host.key().node());
    all.put("hypervisor_hostname", reported(HostAttributes::hypervisorHostname));
    all.put("hypervisor_type", reported(HostDescription::hypervisorType));
    all.put("hypervisor_version", reported(HostDescription::hypervisorVersion));
    all.put("host_ip", reported(host -> host.hostIp().orElse(null)));
    all.put("cpu_info", reported(host -> host.cpuInfo().orElse(null)));
    all.put("supported_instances", reported(HostAttributes::supportedInstances));
    all.put("total_usable_ram_mb", host -> host.inventory(ResourceClass.MEMORY_MB).total());
    all.put(
        "total_usable_disk_gb", host -> host.inventory(ResourceClass.DISK_MB).total() / MB_PER_GB);
    all.put("vcpus_total", host -> host.inventory(ResourceClass.VCPU).total());
    all.put("ram_allocation_ratio", ratio(ResourceClass.MEMORY_MB));
    all.put("disk_allocation_ratio", ratio(ResourceClass.DISK_MB));
    all.put("cpu_allocation_ratio", ratio(ResourceClass.VCPU));
    all.put("stats", HostDescription::stats);
    all.put("service", host -> service(host.service()));
    all.put("aggregates", HostAttributes::aggregates);
    // Filters write limits to the side, not to the host: what one reads here is the start of all.
    all.put("limits", host -> Map.of());
    for (String unknown : List.of("uuid", "cell_uuid", "pci_stats", "numa_topology", "updated")) {
      all.put(unknown, host -> null);
    }
    return all;
  }

  private static Map<String, Function<HostState, @Nullable Object>> ofUsage() {
    Map<String, Function<HostState, @Nullable Object>> all = new LinkedHashMap<>();
    all.put("free_ram_mb", HostState::freeMemoryMb);
    all.put("free_disk_mb", HostState::freeDiskMb);
    all.put("disk_mb_used", host -> host.usage().used(ResourceClass.DISK_MB));
    all.put("vcpus_used", HostState::vcpusUsed);
    all.put("num_instances", host -> (long) host.usage().numInstances());
    all.put("num_io_ops", host -> (long) host.usage().numIoOps());
    all.put("failed_builds", host -> (long) host.usage().failedBuilds());
    all.put("metrics", HostAttributes::metrics);
    all.put("instances", HostAttributes::instances);
    // By accident, Nova's look-up finds its methods too; this is the text that Python gives them.
    all.put("update", host -> "<bound method HostState.update of " + host + ">");
    all.put(
        "consume_from_request",
        host -> "<bound method HostState.consume_from_request of " + host + ">");
    return all;
  }

  private static Function<HostDescription, @Nullable Object> reported(
      Function<HostDescription, @Nullable Object> reader) {
    return host -> host.initialised() ? reader.apply(host) : null;
  }

  private static Function<HostDescription, @Nullable Object> ratio(ResourceClass resource) {
    return reported(host -> host.inventory(resource).allocationRatio());
  }

  private static Object hypervisorHostname(HostDescription host) {
    return host.hypervisorHostname().orElse(host.key().node());
  }

  private static List<List<String>> supportedInstances(HostDescription host) {
    List<List<String>> all = new ArrayList<>();
    for (SupportedInstance reported : host.supportedInstances()) {
      SupportedInstance kind = CanonicalName.supported(reported);
      all.add(List.of(kind.architecture(), kind.hypervisorType(), kind.vmMode()));
    }
    return all;
  }

  private static Map<String, @Nullable Object> service(ServiceState service) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("disabled", service.disabled());
    map.put("disabled_reason", service.disabledReason());
    map.put("forced_down", service.forcedDown());
    return map;
  }

  private static List<Map<String, Object>> aggregates(HostDescription host) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Aggregate aggregate : host.aggregates()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", aggregate.id());
      map.put("name", aggregate.name());
      map.put("metadata", new TreeMap<>(aggregate.metadata()));
      all.add(map);
    }
    return all;
  }

  private static @Nullable Object metrics(HostState host) {
    if (!host.description().initialised()) {
      return null;
    }
    List<Map<String, Object>> all = new ArrayList<>();
    new TreeMap<>(host.usage().metrics())
        .forEach((name, value) -> all.add(Map.of("name", name, "value", value)));
    return all;
  }

  private static Map<String, String> instances(HostState host) {
    Map<String, String> map = new LinkedHashMap<>();
    new TreeSet<>(host.usage().instances().ids()).forEach(id -> map.put(id, id));
    return map;
  }
}
