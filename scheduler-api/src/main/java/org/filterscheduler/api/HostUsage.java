package org.filterscheduler.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a host with every claim and report: the amounts in use, the instances, the
 * operations under way, what it measured. Immutable.
 */
public final class HostUsage {
  private final Map<ResourceClass, Long> used;
  private final int numInstances;
  private final int numIoOps;
  private final int failedBuilds;
  private final Map<String, Long> metrics;
  private final InstanceView instances;
  private final Map<String, Object> bookings;

  private HostUsage(Builder builder) {
    used = Map.copyOf(builder.used);
    numInstances = builder.numInstances;
    numIoOps = builder.numIoOps;
    failedBuilds = builder.failedBuilds;
    metrics = builder.metrics;
    instances = builder.instances;
    bookings = Map.copyOf(builder.bookings);
  }

  /** Starts a usage of nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that holds the parts of this usage. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns the amount in use of a class, in the unit of the class. It is below 0 where a node
   * reports more free than it has.
   *
   * @param resource the class
   */
  public long used(ResourceClass resource) {
    return used.getOrDefault(resource, 0L);
  }

  /** Returns the amounts in use, by class. */
  public Map<ResourceClass, Long> used() {
    return used;
  }

  /** Returns how many instances the node has, as reported and claimed. */
  public int numInstances() {
    return numInstances;
  }

  /** Returns how many builds, resizes, migrations and snapshots are under way on the node. */
  public int numIoOps() {
    return numIoOps;
  }

  /** Returns how many builds failed on the node of late, as reported. */
  public int failedBuilds() {
    return failedBuilds;
  }

  /** Returns what the node measured, by name; percentages times 100. */
  public Map<String, Long> metrics() {
    return metrics;
  }

  /** Returns the instances of the host, those of all its nodes. */
  public InstanceView instances() {
    return instances;
  }

  /**
   * Returns the state of a structured resource; empty where no enabled plug-in books it.
   *
   * @param kind the resource
   * @param <S> the type of its state
   */
  public <S> Optional<S> booked(BookingKind<S> kind) {
    return Optional.ofNullable(bookings.get(kind.name())).map(kind.type()::cast);
  }

  /** Returns the states of the structured resources, by the name of their kind. */
  public Map<String, Object> bookings() {
    return bookings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostUsage that
        && used.equals(that.used)
        && numInstances == that.numInstances
        && numIoOps == that.numIoOps
        && failedBuilds == that.failedBuilds
        && metrics.equals(that.metrics)
        && instances.ids().equals(that.instances.ids())
        && instances.flavorIds().equals(that.instances.flavorIds())
        && bookings.equals(that.bookings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(used, numInstances, numIoOps, failedBuilds, metrics);
  }

  @Override
  public String toString() {
    return "HostUsage(" + used + ", " + numInstances + " instances, " + numIoOps + " io_ops)";
  }

  /** Collects the parts of a usage. Not safe for several threads. */
  public static final class Builder {
    private final Map<ResourceClass, Long> used = new LinkedHashMap<>();
    private int numInstances;
    private int numIoOps;
    private int failedBuilds;
    private Map<String, Long> metrics = Map.of();
    private InstanceView instances = FixedInstances.NONE;
    private final Map<String, Object> bookings = new LinkedHashMap<>();

    private Builder() {}

    private Builder(HostUsage from) {
      used.putAll(from.used);
      numInstances = from.numInstances;
      numIoOps = from.numIoOps;
      failedBuilds = from.failedBuilds;
      metrics = from.metrics;
      instances = from.instances;
      bookings.putAll(from.bookings);
    }

    /** Sets the amount in use of a class. */
    public Builder used(ResourceClass resource, long amount) {
      used.put(resource, amount);
      return this;
    }

    /** Adds to the amount in use of a class; a negative amount takes away. */
    public Builder add(ResourceClass resource, long amount) {
      used.merge(resource, amount, Math::addExact);
      return this;
    }

    /** Sets the number of instances. */
    public Builder numInstances(int value) {
      numInstances = Require.notNegative(value, "numInstances");
      return this;
    }

    /** Sets the number of operations under way. */
    public Builder numIoOps(int value) {
      numIoOps = Require.notNegative(value, "numIoOps");
      return this;
    }

    /** Sets the number of failed builds. */
    public Builder failedBuilds(int value) {
      failedBuilds = Require.notNegative(value, "failedBuilds");
      return this;
    }

    /** Sets what the node measured. */
    public Builder metrics(Map<String, Long> value) {
      metrics = Map.copyOf(value);
      return this;
    }

    /** Sets the instances; the view must be immutable. */
    public Builder instances(InstanceView value) {
      instances = Objects.requireNonNull(value, "instances");
      return this;
    }

    /**
     * Sets the instances.
     *
     * @param ids the ids of the instances
     * @param flavorIds the ids of their flavors
     */
    public Builder instances(Collection<String> ids, Set<String> flavorIds) {
      return instances(new FixedInstances(Set.copyOf(ids), Set.copyOf(flavorIds)));
    }

    /** Sets the state of a structured resource. */
    public <S> Builder booked(BookingKind<S> kind, S state) {
      bookings.put(kind.name(), kind.type().cast(state));
      return this;
    }

    /** Sets the states of all structured resources, by the name of their kind. */
    public Builder bookings(Map<String, Object> value) {
      bookings.clear();
      bookings.putAll(value);
      return this;
    }

    /** Returns the usage. */
    public HostUsage build() {
      return new HostUsage(this);
    }
  }
}
