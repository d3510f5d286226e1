package org.filterscheduler.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The size of an instance and what it asks of its host. Immutable, equal by value. */
public final class Flavor {
  private final String id;
  private final String name;
  private final int vcpus;
  private final long memoryMb;
  private final long rootGb;
  private final long ephemeralGb;
  private final long swapMb;
  private final Map<String, String> extraSpecs;

  private Flavor(Builder builder) {
    id = builder.id;
    name = builder.name;
    vcpus = builder.vcpus;
    memoryMb = builder.memoryMb;
    rootGb = builder.rootGb;
    ephemeralGb = builder.ephemeralGb;
    swapMb = builder.swapMb;
    extraSpecs = Map.copyOf(builder.extraSpecs);
  }

  /**
   * Starts a flavor of no size.
   *
   * @param id its id, which is its name too unless that is set
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Returns the id. */
  public String id() {
    return id;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the number of virtual CPUs, 0 or more. */
  public int vcpus() {
    return vcpus;
  }

  /** Returns the memory in MiB, 0 or more. */
  public long memoryMb() {
    return memoryMb;
  }

  /** Returns the root disk in GiB, 0 or more. */
  public long rootGb() {
    return rootGb;
  }

  /** Returns the ephemeral disk in GiB, 0 or more. */
  public long ephemeralGb() {
    return ephemeralGb;
  }

  /** Returns the swap disk in MiB, 0 or more. */
  public long swapMb() {
    return swapMb;
  }

  /** Returns the extra specs; empty where the flavor has none. */
  public Map<String, String> extraSpecs() {
    return extraSpecs;
  }

  /** Returns the whole disk in MiB: root, ephemeral and swap. */
  public long diskMb() {
    return 1024 * (rootGb + ephemeralGb) + swapMb;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Flavor that
        && id.equals(that.id)
        && name.equals(that.name)
        && vcpus == that.vcpus
        && memoryMb == that.memoryMb
        && rootGb == that.rootGb
        && ephemeralGb == that.ephemeralGb
        && swapMb == that.swapMb
        && extraSpecs.equals(that.extraSpecs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, vcpus, memoryMb, rootGb, ephemeralGb, swapMb, extraSpecs);
  }

  @Override
  public String toString() {
    return name + "(" + vcpus + " VCPU, " + memoryMb + " MiB, " + diskMb() + " MiB disk)";
  }

  /** Collects the parts of a flavor. Not safe for several threads. */
  public static final class Builder {
    private final String id;
    private String name;
    private int vcpus;
    private long memoryMb;
    private long rootGb;
    private long ephemeralGb;
    private long swapMb;
    private Map<String, String> extraSpecs = Map.of();

    private Builder(String id) {
      this.id = Require.notBlank(id, "flavor id");
      this.name = id;
    }

    /** Sets the name. */
    public Builder name(String value) {
      name = Objects.requireNonNull(value, "flavor name");
      return this;
    }

    /** Sets the number of virtual CPUs, 0 or more. */
    public Builder vcpus(int value) {
      vcpus = Require.notNegative(value, "vcpus");
      return this;
    }

    /** Sets the memory in MiB, 0 or more. */
    public Builder memoryMb(long value) {
      memoryMb = Require.amount(value, "memoryMb");
      return this;
    }

    /** Sets the root disk in GiB, 0 or more. */
    public Builder rootGb(long value) {
      rootGb = Require.amount(value, "rootGb");
      return this;
    }

    /** Sets the ephemeral disk in GiB, 0 or more. */
    public Builder ephemeralGb(long value) {
      ephemeralGb = Require.amount(value, "ephemeralGb");
      return this;
    }

    /** Sets the swap disk in MiB, 0 or more. */
    public Builder swapMb(long value) {
      swapMb = Require.amount(value, "swapMb");
      return this;
    }

    /** Sets the extra specs, for instance {@code capabilities:hypervisor_type}. */
    public Builder extraSpecs(Map<String, String> value) {
      extraSpecs = Map.copyOf(value);
      return this;
    }

    /** Returns the flavor. */
    public Flavor build() {
      return new Flavor(this);
    }
  }
}
