package org.filterscheduler.api;

import java.util.Collection;
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
  // Each claim makes a usage, so it is small: three amounts lie in fields, and what claims leave
  // alone is shared with the usage before.
  private final long vcpus;
  private final long memoryMb;
  private final long diskMb;
  private final byte named; // a bit for each of the three: 0 in use is not the same as not named
  private final int numInstances;
  private final int numIoOps;
  private final InstanceView instances;
  private final Rest rest;

  /** What a claim seldom changes. */
  private record Rest(
      Map<ResourceClass, Long> used,
      int failedBuilds,
      Map<String, Long> metrics,
      Map<String, Object> bookings) {
    static final Rest NONE = new Rest(Map.of(), 0, Map.of(), Map.of());
  }

  private HostUsage(Builder builder) {
    vcpus = builder.vcpus;
    memoryMb = builder.memoryMb;
    diskMb = builder.diskMb;
    named = builder.named;
    numInstances = builder.numInstances;
    numIoOps = builder.numIoOps;
    instances = builder.instances;
    rest = builder.rest;
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
    return switch (resource.standard()) {
      case 0 -> vcpus;
      case 1 -> memoryMb;
      case 2 -> diskMb;
      default -> rest.used.getOrDefault(resource, 0L);
    };
  }

  /** Returns the amounts in use, by class. */
  public Map<ResourceClass, Long> used() {
    return new Amounts(named, vcpus, memoryMb, diskMb, rest.used);
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
    return rest.failedBuilds;
  }

  /** Returns what the node measured, by name; percentages times 100. */
  public Map<String, Long> metrics() {
    return rest.metrics;
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
    return Optional.ofNullable(rest.bookings.get(kind.name())).map(kind.type()::cast);
  }

  /** Returns the states of the structured resources, by the name of their kind. */
  public Map<String, Object> bookings() {
    return rest.bookings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof HostUsage that
            && sameNumbers(that)
            && rest.equals(that.rest)
            && sameInstances(that));
  }

  private boolean sameNumbers(HostUsage that) {
    return vcpus == that.vcpus
        && memoryMb == that.memoryMb
        && diskMb == that.diskMb
        && named == that.named
        && numInstances == that.numInstances
        && numIoOps == that.numIoOps;
  }

  @SuppressWarnings("ReferenceEquality") // spares the copying of sets
  private boolean sameInstances(HostUsage that) {
    return instances == that.instances
        || (instances.ids().equals(that.instances.ids())
            && instances.flavorIds().equals(that.instances.flavorIds()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(vcpus, memoryMb, diskMb, numInstances, numIoOps, rest.metrics);
  }

  @Override
  public String toString() {
    return "HostUsage(" + used() + ", " + numInstances + " instances, " + numIoOps + " io_ops)";
  }

  /** Collects the parts of a usage. Not safe for several threads. */
  public static final class Builder {
    private long vcpus;
    private long memoryMb;
    private long diskMb;
    private byte named;
    private int numInstances;
    private int numIoOps;
    private InstanceView instances;
    private Rest rest;

    private Builder() {
      instances = FixedInstances.NONE;
      rest = Rest.NONE;
    }

    private Builder(HostUsage from) {
      vcpus = from.vcpus;
      memoryMb = from.memoryMb;
      diskMb = from.diskMb;
      named = from.named;
      numInstances = from.numInstances;
      numIoOps = from.numIoOps;
      instances = from.instances;
      rest = from.rest;
    }

    /** Sets the amount in use of a class. */
    public Builder used(ResourceClass resource, long amount) {
      switch (resource.standard()) {
        case 0 -> vcpus = amount;
        case 1 -> memoryMb = amount;
        case 2 -> diskMb = amount;
        default -> {
          return rest(Amounts.with(rest.used, resource, amount), rest.bookings);
        }
      }
      named |= Amounts.bit(resource);
      return this;
    }

    /** Adds to the amount in use of a class; a negative amount takes away. */
    public Builder add(ResourceClass resource, long amount) {
      return used(resource, Math.addExact(current(resource), amount));
    }

    private long current(ResourceClass resource) {
      return switch (resource.standard()) {
        case 0 -> vcpus;
        case 1 -> memoryMb;
        case 2 -> diskMb;
        default -> rest.used.getOrDefault(resource, 0L);
      };
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
      Require.notNegative(value, "failedBuilds");
      if (value == rest.failedBuilds) {
        return this; // most hosts share the rest of having nothing
      }
      rest = new Rest(rest.used, value, rest.metrics, rest.bookings);
      return this;
    }

    /** Sets what the node measured. */
    public Builder metrics(Map<String, Long> value) {
      if (value.equals(rest.metrics)) {
        return this;
      }
      rest = new Rest(rest.used, rest.failedBuilds, Map.copyOf(value), rest.bookings);
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
      return rest(rest.used, Amounts.with(rest.bookings, kind.name(), kind.type().cast(state)));
    }

    /** Sets the states of all structured resources, by the name of their kind. */
    public Builder bookings(Map<String, Object> value) {
      return rest(rest.used, Map.copyOf(value));
    }

    private Builder rest(Map<ResourceClass, Long> used, Map<String, Object> bookings) {
      rest = new Rest(used, rest.failedBuilds, rest.metrics, bookings);
      return this;
    }

    /** Returns the usage. */
    public HostUsage build() {
      return new HostUsage(this);
    }
  }
}
