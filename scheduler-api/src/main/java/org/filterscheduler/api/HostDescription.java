package org.filterscheduler.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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
  private final byte named; // a bit for each of the three: nothing is not the same as not named
  private final Map<ResourceClass, Inventory> otherInventories;
  private final ServiceState service;
  private final List<Aggregate> aggregates;
  private final NodeFacts facts;

  private HostDescription(Builder builder) {
    key = builder.key;
    position = builder.position;
    initialised = builder.initialised;
    vcpus = builder.vcpus;
    memory = builder.memory;
    disk = builder.disk;
    named = builder.named;
    otherInventories = builder.otherInventories;
    service = builder.service;
    aggregates = builder.aggregates;
    facts = builder.facts;
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
      default -> otherInventories.getOrDefault(resource, Inventory.NONE);
    };
  }

  /** Returns what the host has, by class. */
  public Map<ResourceClass, Inventory> inventories() {
    Map<ResourceClass, Inventory> all = new LinkedHashMap<>();
    putNamed(all, ResourceClass.VCPU, vcpus);
    putNamed(all, ResourceClass.MEMORY_MB, memory);
    putNamed(all, ResourceClass.DISK_MB, disk);
    all.putAll(otherInventories);
    return Collections.unmodifiableMap(all);
  }

  private void putNamed(
      Map<ResourceClass, Inventory> all, ResourceClass resource, Inventory value) {
    if ((named & Amounts.bit(resource)) != 0) {
      all.put(resource, value);
    }
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
    return facts.stats();
  }

  /** Returns the hypervisor's type as reported; empty where unknown. */
  public String hypervisorType() {
    return facts.hypervisorType();
  }

  /** Returns the hypervisor's version in base 1000, as in 6001000 for 6.1.0; 0 where unknown. */
  public long hypervisorVersion() {
    return facts.hypervisorVersion();
  }

  /** Returns the name by which the hypervisor knows the node. */
  public Optional<String> hypervisorHostname() {
    return Optional.ofNullable(facts.hypervisorHostname());
  }

  /** Returns the address of the host. */
  public Optional<String> hostIp() {
    return Optional.ofNullable(facts.hostIp());
  }

  /** Returns the description of the CPU: JSON text, possibly malformed. */
  public Optional<String> cpuInfo() {
    return Optional.ofNullable(facts.cpuInfo());
  }

  /** Returns the kinds of instances that the node can run, as reported. */
  public List<SupportedInstance> supportedInstances() {
    return facts.supportedInstances();
  }

  /** Returns further attributes by name, for instance {@code uuid} or {@code com.acme.rack}. */
  public Map<String, @Nullable Object> attributes() {
    return facts.attributes();
  }

  /** Returns the text of what the host has of structured resources, by the kind of booking. */
  public Map<String, String> bookings() {
    return facts.bookings();
  }

  // Field by field: each report asks whether it changes anything, and mostly it does not.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof HostDescription that
            && position == that.position
            && key.equals(that.key)
            && initialised == that.initialised
            && service.equals(that.service)
            && aggregates.equals(that.aggregates)
            && facts.equals(that.facts)
            && sameInventories(that));
  }

  private boolean sameInventories(HostDescription that) {
    return named == that.named
        && vcpus.equals(that.vcpus)
        && memory.equals(that.memory)
        && disk.equals(that.disk)
        && otherInventories.equals(that.otherInventories);
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
    private Inventory vcpus = Inventory.NONE;
    private Inventory memory = Inventory.NONE;
    private Inventory disk = Inventory.NONE;
    private byte named;
    private Map<ResourceClass, Inventory> otherInventories = Map.of();
    private ServiceState service = ServiceState.UP;
    private List<Aggregate> aggregates = List.of();
    private NodeFacts facts = NodeFacts.NONE;

    private Builder(HostKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    private Builder(HostDescription from) {
      key = from.key;
      position = from.position;
      initialised = from.initialised;
      vcpus = from.vcpus;
      memory = from.memory;
      disk = from.disk;
      named = from.named;
      otherInventories = from.otherInventories;
      service = from.service;
      aggregates = from.aggregates;
      facts = from.facts;
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
      Objects.requireNonNull(value, "inventory");
      switch (resource.standard()) {
        case 0 -> vcpus = value;
        case 1 -> memory = value;
        case 2 -> disk = value;
        default -> otherInventories = Amounts.with(otherInventories, resource, value);
      }
      named |= Amounts.bit(resource);
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

    /**
     * Sets what a node says of itself beside amounts: all from the stats to the bookings, in one
     * step and without a copy.
     *
     * @param report the node's report
     */
    public Builder reported(HostReport report) {
      facts = report.facts();
      return this;
    }

    /** Sets what the node reports in free form. */
    public Builder stats(Map<String, ? extends @Nullable Object> value) {
      facts = facts.withStats(value);
      return this;
    }

    /** Sets the hypervisor's type; empty where unknown. */
    public Builder hypervisorType(String value) {
      facts = facts.withHypervisorType(value);
      return this;
    }

    /** Sets the hypervisor's version in base 1000; 0 where unknown. */
    public Builder hypervisorVersion(long value) {
      facts = facts.withHypervisorVersion(value);
      return this;
    }

    /** Sets the name by which the hypervisor knows the node. */
    public Builder hypervisorHostname(@Nullable String value) {
      facts = facts.withHypervisorHostname(value);
      return this;
    }

    /** Sets the address of the host. */
    public Builder hostIp(@Nullable String value) {
      facts = facts.withHostIp(value);
      return this;
    }

    /** Sets the description of the CPU: JSON text. */
    public Builder cpuInfo(@Nullable String value) {
      facts = facts.withCpuInfo(value);
      return this;
    }

    /** Sets the kinds of instances that the node can run. */
    public Builder supportedInstances(List<SupportedInstance> value) {
      facts = facts.withSupportedInstances(value);
      return this;
    }

    /** Sets further attributes by name. */
    public Builder attributes(Map<String, ? extends @Nullable Object> value) {
      facts = facts.withAttributes(value);
      return this;
    }

    /** Sets the text of what the host has of structured resources, by the kind of booking. */
    public Builder bookings(Map<String, String> value) {
      facts = facts.withBookings(value);
      return this;
    }

    /** Returns the description. */
    public HostDescription build() {
      return new HostDescription(this);
    }
  }
}
