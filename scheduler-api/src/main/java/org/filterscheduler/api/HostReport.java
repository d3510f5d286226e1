package org.filterscheduler.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of itself: its figures, and the instances it has. Immutable, equal by value.
 *
 * <p>A report carries the id of the node's boot and a sequence number within it; the inventory
 * ignores one that is older than what it has, or that it has already. A report without a number is
 * newer than the last of its boot. The first report of a node registers it.
 */
public final class HostReport {
  private final Builder parts;

  private HostReport(Builder builder) {
    parts = new Builder(builder);
  }

  /**
   * Starts a report of a node that has nothing.
   *
   * @param key the node
   */
  public static Builder builder(HostKey key) {
    return new Builder(key);
  }

  /** Returns a builder that holds the parts of this report. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** Returns the node that reports. */
  public HostKey key() {
    return parts.key;
  }

  /** Returns the id of the boot of the node's agent. */
  public String boot() {
    return parts.boot;
  }

  /**
   * Returns the number of the report within the boot; a higher one is newer. Where absent, the
   * report is the newest when it arrives, and the inventory gives it the next number.
   */
  public OptionalLong sequence() {
    return parts.sequence == null ? OptionalLong.empty() : OptionalLong.of(parts.sequence);
  }

  /** Returns when the node was last alive; where absent, when the report arrives. */
  public Optional<Instant> seenAt() {
    return Optional.ofNullable(parts.seenAt);
  }

  /** Returns whether the node says what it has; a node that does not yet is only known by name. */
  public boolean initialised() {
    return parts.initialised;
  }

  /** Returns the total amounts, by class. */
  public Map<ResourceClass, Long> totals() {
    return parts.totals;
  }

  /** Returns the amounts that instances never get, by class. */
  public Map<ResourceClass, Long> reserved() {
    return parts.reserved;
  }

  /** Returns the amounts in use, by class, those of the listed instances among them. */
  public Map<ResourceClass, Long> used() {
    return parts.used;
  }

  /** Returns the allocation ratios that the node asks for, by class; 0 means the configured one. */
  public Map<ResourceClass, Double> allocationRatios() {
    return parts.allocationRatios;
  }

  /** Returns a second opinion on the free disk in GiB: the smaller one counts. */
  public OptionalLong diskAvailableLeastGb() {
    return parts.diskAvailableLeastGb == null
        ? OptionalLong.empty()
        : OptionalLong.of(parts.diskAvailableLeastGb);
  }

  /** Returns the instances that the node has. */
  public List<InstanceAllocation> instances() {
    return parts.instances;
  }

  /** Returns how many instances the node has: the listed ones, unless it gives another number. */
  public int numInstances() {
    return parts.numInstances == null ? parts.instances.size() : parts.numInstances;
  }

  /** Returns how many builds, resizes, migrations and snapshots are under way. */
  public int numIoOps() {
    return parts.numIoOps;
  }

  /** Returns how many builds failed of late. */
  public int failedBuilds() {
    return parts.failedBuilds;
  }

  /** Returns what the node measured, by name. */
  public Map<String, Long> metrics() {
    return parts.metrics;
  }

  /** Returns what the node says in free form. */
  public Map<String, @Nullable Object> stats() {
    return parts.facts.stats();
  }

  /** Returns the hypervisor's type. */
  public String hypervisorType() {
    return parts.facts.hypervisorType();
  }

  /** Returns the hypervisor's version in base 1000. */
  public long hypervisorVersion() {
    return parts.facts.hypervisorVersion();
  }

  /** Returns the name by which the hypervisor knows the node. */
  public Optional<String> hypervisorHostname() {
    return Optional.ofNullable(parts.facts.hypervisorHostname());
  }

  /** Returns the address of the host. */
  public Optional<String> hostIp() {
    return Optional.ofNullable(parts.facts.hostIp());
  }

  /** Returns the description of the CPU: JSON text. */
  public Optional<String> cpuInfo() {
    return Optional.ofNullable(parts.facts.cpuInfo());
  }

  /** Returns the kinds of instances that the node can run. */
  public List<SupportedInstance> supportedInstances() {
    return parts.facts.supportedInstances();
  }

  /** Returns further attributes by name. */
  public Map<String, @Nullable Object> attributes() {
    return parts.facts.attributes();
  }

  /** Returns the text of what the node has of structured resources, by the kind of booking. */
  public Map<String, String> bookings() {
    return parts.facts.bookings();
  }

  NodeFacts facts() {
    return parts.facts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostReport that && parts.list().equals(that.parts.list());
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts.key, parts.boot, parts.sequence);
  }

  @Override
  public String toString() {
    return "HostReport(" + parts.key + ", boot " + parts.boot + ", " + parts.sequence + ")";
  }

  /** Collects the parts of a report. Not safe for several threads. */
  public static final class Builder {
    // What any clock shows; sums with any option stay instants.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final HostKey key;
    private String boot = "";
    private @Nullable Long sequence;
    private @Nullable Instant seenAt;
    private boolean initialised = true;
    private Amounts totals = Amounts.NONE;
    private Amounts reserved = Amounts.NONE;
    private Amounts used = Amounts.NONE;
    private Map<ResourceClass, Double> allocationRatios = Map.of();
    private @Nullable Long diskAvailableLeastGb;
    private List<InstanceAllocation> instances = List.of();
    private @Nullable Integer numInstances;
    private int numIoOps;
    private int failedBuilds;
    private Map<String, Long> metrics = Map.of();
    private NodeFacts facts = NodeFacts.NONE;

    private Builder(HostKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    private Builder(Builder from) {
      key = from.key;
      boot = from.boot;
      sequence = from.sequence;
      seenAt = from.seenAt;
      initialised = from.initialised;
      totals = from.totals;
      reserved = from.reserved;
      used = from.used;
      allocationRatios = from.allocationRatios;
      diskAvailableLeastGb = from.diskAvailableLeastGb;
      instances = from.instances;
      numInstances = from.numInstances;
      numIoOps = from.numIoOps;
      failedBuilds = from.failedBuilds;
      metrics = from.metrics;
      facts = from.facts;
    }

    /** Sets the id of the boot of the node's agent. */
    public Builder boot(String value) {
      boot = Objects.requireNonNull(value, "boot");
      return this;
    }

    /**
     * Sets the number of the report within the boot, 0 or more. A report that may be delivered
     * twice has one: without it each delivery counts as a newer report.
     */
    public Builder sequence(long value) {
      sequence = Require.notNegative(value, "sequence");
      return this;
    }

    /** Sets when the node was last alive, in the years 1 to 9999. */
    public Builder seenAt(@Nullable Instant value) {
      if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
        throw new IllegalArgumentException(
            "seenAt (" + value + ") must be from " + EARLIEST + " to " + LATEST + ".");
      }
      seenAt = value;
      return this;
    }

    /** Sets whether the node says what it has. */
    public Builder initialised(boolean value) {
      initialised = value;
      return this;
    }

    /** Sets the total amount of a class, 0 or more. */
    public Builder total(ResourceClass resource, long amount) {
      totals = totals.with(resource, Require.amount(amount, "total ", resource));
      return this;
    }

    /** Sets the amount of a class that instances never get, 0 or more. */
    public Builder reserved(ResourceClass resource, long amount) {
      reserved = reserved.with(resource, Require.amount(amount, "reserved ", resource));
      return this;
    }

    /** Sets the amount in use of a class, 0 or more. */
    public Builder used(ResourceClass resource, long amount) {
      used = used.with(resource, Require.amount(amount, "used ", resource));
      return this;
    }

    /**
     * Sets the amount in use of a class by what is free, after its total and reserved amounts. A
     * node may report less than nothing free, and more than it has.
     */
    public Builder free(ResourceClass resource, long amount) {
      long most = totals.of(resource) - reserved.of(resource);
      used = used.with(resource, most - Require.signedAmount(amount, "free " + resource));
      return this;
    }

    /** Takes away from the amount in use of a class; it may fall below 0. */
    public Builder usedLess(ResourceClass resource, long amount) {
      long less = Require.amount(amount, "used ", resource);
      used = used.with(resource, Math.subtractExact(used.of(resource), less));
      return this;
    }

    /** Sets the allocation ratio of a class, finite and 0 or more; 0 means the configured one. */
    public Builder allocationRatio(ResourceClass resource, double ratio) {
      Require.ratio(ratio, resource + " allocation ratio");
      allocationRatios = Amounts.with(allocationRatios, resource, ratio);
      return this;
    }

    /** Sets a second opinion on the free disk in GiB; may be below 0. */
    public Builder diskAvailableLeastGb(@Nullable Long value) {
      diskAvailableLeastGb =
          value == null ? null : Require.signedAmount(value, "diskAvailableLeastGb");
      return this;
    }

    /** Sets the instances that the node has; none may be listed twice. */
    public Builder instances(List<InstanceAllocation> value) {
      Set<String> seen = new HashSet<>();
      for (InstanceAllocation instance : value) {
        if (!seen.add(instance.instanceUuid())) {
          throw new IllegalArgumentException(
              "instances of "
                  + key
                  + " ("
                  + instance.instanceUuid()
                  + ") must not list an instance twice.");
        }
      }
      instances = List.copyOf(value);
      return this;
    }

    /** Sets the number of instances where it is not that of the listed ones, 0 or more. */
    public Builder numInstances(int value) {
      numInstances = Require.count(value, "numInstances");
      return this;
    }

    /** Sets the number of operations under way, 0 or more. */
    public Builder numIoOps(int value) {
      numIoOps = Require.count(value, "numIoOps");
      return this;
    }

    /** Sets the number of failed builds, 0 or more. */
    public Builder failedBuilds(int value) {
      failedBuilds = Require.count(value, "failedBuilds");
      return this;
    }

    /** Sets what the node measured. */
    public Builder metrics(Map<String, Long> value) {
      metrics = Map.copyOf(value);
      return this;
    }

    /** Sets what the node says in free form. */
    public Builder stats(Map<String, ? extends @Nullable Object> value) {
      facts = facts.withStats(value);
      return this;
    }

    /** Sets the hypervisor's type. */
    public Builder hypervisorType(String value) {
      facts = facts.withHypervisorType(value);
      return this;
    }

    /** Sets the hypervisor's version in base 1000, 0 or more. */
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

    /** Sets the text of what the node has of structured resources, by the kind of booking. */
    public Builder bookings(Map<String, String> value) {
      facts = facts.withBookings(value);
      return this;
    }

    /** Returns the report. */
    public HostReport build() {
      return new HostReport(this);
    }

    private List<@Nullable Object> list() {
      return Arrays.asList(
          key,
          boot,
          sequence,
          seenAt,
          initialised,
          totals,
          reserved,
          used,
          allocationRatios,
          diskAvailableLeastGb,
          instances,
          // as it counts: a number that says what the list says is no difference
          numInstances == null ? instances.size() : numInstances,
          numIoOps,
          failedBuilds,
          metrics,
          facts);
    }
  }
}
