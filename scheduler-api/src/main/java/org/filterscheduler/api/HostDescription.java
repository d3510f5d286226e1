package org.filterscheduler.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changes rarely of a host: its name and position, what it has in total, its hypervisor, its
 * aggregates and the state of its service.
 *
 * <p>It holds no instant and no counter, so that what was once judged of an equal description stays
 * true. Immutable, equal by value.
 */
public final class HostDescription {
  private final HostKey key;
  private final long position;
  private final boolean initialised;
  // Each capacity check of each decision asks for one of these three.
  private final Inventory vcpus;
  private final Inventory memory;
  private final Inventory disk;
  private final Map<ResourceClass, Inventory> inventories;
  private final ServiceState service;
  private final List<Aggregate> aggregates;
  private final Map<String, @Nullable Object> stats;
  private final String hypervisorType;
  private final long hypervisorVersion;
  private final @Nullable String hypervisorHostname;
  private final @Nullable String hostIp;
  private final @Nullable String cpuInfo;
  private final List<SupportedInstance> supportedInstances;
  private final Map<String, @Nullable Object> attributes;
  private final Map<String, String> bookings;

  private HostDescription(Builder builder) {
    key = builder.key;
    position = builder.position;
    initialised = builder.initialised;
    inventories = Map.copyOf(builder.inventories);
    vcpus = inventories.getOrDefault(ResourceClass.VCPU, Inventory.NONE);
    memory = inventories.getOrDefault(ResourceClass.MEMORY_MB, Inventory.NONE);
    disk = inventories.getOrDefault(ResourceClass.DISK_MB, Inventory.NONE);
    service = builder.service;
    aggregates = builder.aggregates;
    stats = builder.stats;
    hypervisorType = builder.hypervisorType;
    hypervisorVersion = builder.hypervisorVersion;
    hypervisorHostname = builder.hypervisorHostname;
    hostIp = builder.hostIp;
    cpuInfo = builder.cpuInfo;
    supportedInstances = builder.supportedInstances;
    attributes = builder.attributes;
    bookings = builder.bookings;
  }

  /**
   * Starts the description of a host that is up and has nothing.
   *
   * @param key the host
   */
  public static Builder builder(HostKey key) {
    return new Builder(key);
  }

  /** Returns a builder that holds the parts of this description. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the host's identity. */
  public HostKey key() {
    return key;
  }

  /** Returns the number that the host got at its registration; ties go to the lower one. */
  public long position() {
    return position;
  }

  /** Returns whether the node has ever reported what it has. */
  public boolean initialised() {
    return initialised;
  }

  /**
   * Returns what the host has of a class; {@link Inventory#NONE} where it has nothing.
   *
   * @param resource the class
   */
  public Inventory inventory(ResourceClass resource) {
    return switch (resource.standard()) {
      case 0 -> vcpus;
      case 1 -> memory;
      case 2 -> disk;
      default -> inventories.getOrDefault(resource, Inventory.NONE);
    };
  }

  /** Returns what the host has, by class. */
  public Map<ResourceClass, Inventory> inventories() {
    return inventories;
  }

  /** Returns the state of the host's service. */
  public ServiceState service() {
    return service;
  }

  /** Returns the aggregates that the host is in. */
  public List<Aggregate> aggregates() {
    return aggregates;
  }

  /**
   * Returns the raw values that the host's aggregates have under a metadata key.
   *
   * @param metadataKey the key
   */
  public Set<String> aggregateValues(String metadataKey) {
    Set<String> values = new LinkedHashSet<>();
    for (Aggregate aggregate : aggregates) {
      String value = aggregate.metadata().get(metadataKey);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /**
   * Returns the values under a metadata key, each split at commas and trimmed of white space; empty
   * parts remain as empty values. Without the key the set is empty.
   *
   * @param metadataKey the key
   */
  public Set<String> aggregateMetadata(String metadataKey) {
    Set<String> parts = new LinkedHashSet<>();
    aggregateValues(metadataKey).forEach(value -> split(value, parts));
    return parts;
  }

  /**
   * Returns all metadata of the host's aggregates, split as in {@link #aggregateMetadata(String)}.
   */
  public Map<String, Set<String>> aggregateMetadata() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (Aggregate aggregate : aggregates) {
      aggregate
          .metadata()
          .forEach((name, value) -> split(value, all.computeIfAbsent(name, n -> newSet())));
    }
    return all;
  }

  private static Set<String> newSet() {
    return new LinkedHashSet<>();
  }

  private static void split(String value, Collection<String> parts) {
    Arrays.stream(value.split(",", -1)).map(HostDescription::strip).forEach(parts::add);
  }

  // As Python strips: String.strip() would leave the no-break spaces.
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /**
   * Returns what the node reports of itself in free form: values are strings, numbers, booleans,
   * nulls, lists and maps. Counters are not among them, but in the usage.
   */
  public Map<String, @Nullable Object> stats() {
    return stats;
  }

  /** Returns the hypervisor's type as reported; empty where unknown. */
  public String hypervisorType() {
    return hypervisorType;
  }

  /** Returns the hypervisor's version in base 1000, as in 6001000 for 6.1.0; 0 where unknown. */
  public long hypervisorVersion() {
    return hypervisorVersion;
  }

  /** Returns the name by which the hypervisor knows the node. */
  public Optional<String> hypervisorHostname() {
    return Optional.ofNullable(hypervisorHostname);
  }

  /** Returns the address of the host. */
  public Optional<String> hostIp() {
    return Optional.ofNullable(hostIp);
  }

  /** Returns the description of the CPU: JSON text, possibly malformed. */
  public Optional<String> cpuInfo() {
    return Optional.ofNullable(cpuInfo);
  }

  /** Returns the kinds of instances that the node can run, as reported. */
  public List<SupportedInstance> supportedInstances() {
    return supportedInstances;
  }

  /** Returns further attributes by name, for instance {@code uuid} or {@code com.acme.rack}. */
  public Map<String, @Nullable Object> attributes() {
    return attributes;
  }

  /** Returns the text of what the host has of structured resources, by the kind of booking. */
  public Map<String, String> bookings() {
    return bookings;
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(
        key,
        position,
        initialised,
        inventories,
        service,
        aggregates,
        stats,
        hypervisorType,
        hypervisorVersion,
        hypervisorHostname,
        hostIp,
        cpuInfo,
        supportedInstances,
        attributes,
        bookings);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof HostDescription that
            && position == that.position
            && key.equals(that.key)
            && parts().equals(that.parts()));
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Long.hashCode(position);
  }

  @Override
  public String toString() {
    return key.toString();
  }

  /** Collects the parts of a description. Not safe for several threads. */
  public static final class Builder {
    private final HostKey key;
    private long position;
    private boolean initialised = true;
    private final Map<ResourceClass, Inventory> inventories = new LinkedHashMap<>();
    private ServiceState service = ServiceState.UP;
    private List<Aggregate> aggregates = List.of();
    private Map<String, @Nullable Object> stats = Map.of();
    private String hypervisorType = "";
    private long hypervisorVersion;
    private @Nullable String hypervisorHostname;
    private @Nullable String hostIp;
    private @Nullable String cpuInfo;
    private List<SupportedInstance> supportedInstances = List.of();
    private Map<String, @Nullable Object> attributes = Map.of();
    private Map<String, String> bookings = Map.of();

    private Builder(HostKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    private Builder(HostDescription from) {
      key = from.key;
      position = from.position;
      initialised = from.initialised;
      inventories.putAll(from.inventories);
      service = from.service;
      aggregates = from.aggregates;
      stats = from.stats;
      hypervisorType = from.hypervisorType;
      hypervisorVersion = from.hypervisorVersion;
      hypervisorHostname = from.hypervisorHostname;
      hostIp = from.hostIp;
      cpuInfo = from.cpuInfo;
      supportedInstances = from.supportedInstances;
      attributes = from.attributes;
      bookings = from.bookings;
    }

    /** Sets the position, 0 or more; the inventory does so. */
    public Builder position(long value) {
      position = Require.notNegative(value, "position");
      return this;
    }

    /** Sets whether the node has ever reported what it has. */
    public Builder initialised(boolean value) {
      initialised = value;
      return this;
    }

    /** Sets what the host has of one class. */
    public Builder inventory(ResourceClass resource, Inventory value) {
      inventories.put(resource, Objects.requireNonNull(value, "inventory"));
      return this;
    }

    /** Sets the state of the service. */
    public Builder service(ServiceState value) {
      service = Objects.requireNonNull(value, "service");
      return this;
    }

    /** Sets the aggregates that the host is in. */
    public Builder aggregates(List<Aggregate> value) {
      aggregates = List.copyOf(value);
      return this;
    }

    /** Sets what the node reports in free form. */
    public Builder stats(Map<String, ? extends @Nullable Object> value) {
      stats = Data.copyOf(value);
      return this;
    }

    /** Sets the hypervisor's type; empty where unknown. */
    public Builder hypervisorType(String value) {
      hypervisorType = Objects.requireNonNull(value, "hypervisorType");
      return this;
    }

    /** Sets the hypervisor's version in base 1000; 0 where unknown. */
    public Builder hypervisorVersion(long value) {
      hypervisorVersion = Require.notNegative(value, "hypervisorVersion");
      return this;
    }

    /** Sets the name by which the hypervisor knows the node. */
    public Builder hypervisorHostname(@Nullable String value) {
      hypervisorHostname = value;
      return this;
    }

    /** Sets the address of the host. */
    public Builder hostIp(@Nullable String value) {
      hostIp = value;
      return this;
    }

    /** Sets the description of the CPU: JSON text. */
    public Builder cpuInfo(@Nullable String value) {
      cpuInfo = value;
      return this;
    }

    /** Sets the kinds of instances that the node can run. */
    public Builder supportedInstances(List<SupportedInstance> value) {
      supportedInstances = List.copyOf(value);
      return this;
    }

    /** Sets further attributes by name. */
    public Builder attributes(Map<String, ? extends @Nullable Object> value) {
      attributes = Data.copyOf(value);
      return this;
    }

    /** Sets the text of what the host has of structured resources, by the kind of booking. */
    public Builder bookings(Map<String, String> value) {
      bookings = Map.copyOf(value);
      return this;
    }

    /** Returns the description. */
    public HostDescription build() {
      return new HostDescription(this);
    }
  }
}
