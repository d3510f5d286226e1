package org.filterscheduler.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a host that are booked for an instance. Immutable, equal by value; each step of its
 * life gives a new one.
 */
public final class Claim {
  private final String id;
  private final String instanceUuid;
  private final HostKey host;
  private final ClaimState state;
  private final Instant createdAt;
  private final @Nullable Instant expiresAt;
  private final Map<ResourceClass, Long> resources;
  private final Map<String, String> receipts;
  private final Limits limits;
  private final @Nullable String groupId;
  private final @Nullable String flavorId;
  private final boolean forced;

  private Claim(Builder builder) {
    id = builder.id;
    instanceUuid = builder.instanceUuid;
    host = builder.host;
    state = builder.state;
    createdAt = builder.createdAt;
    expiresAt = builder.expiresAt;
    resources = builder.resources;
    receipts = builder.receipts;
    limits = builder.limits;
    groupId = builder.groupId;
    flavorId = builder.flavorId;
    forced = builder.forced;
  }

  /**
   * Starts a pending claim of nothing.
   *
   * @param id the id of the claim
   * @param instanceUuid the instance
   * @param host the host
   */
  public static Builder builder(String id, String instanceUuid, HostKey host) {
    return new Builder(id, instanceUuid, host);
  }

  /** Returns a builder that holds the parts of this claim. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the id, unique among the claims of an inventory. */
  public String id() {
    return id;
  }

  /** Returns the instance that it is for. */
  public String instanceUuid() {
    return instanceUuid;
  }

  /** Returns the host whose amounts it holds. */
  public HostKey host() {
    return host;
  }

  /** Returns where it is in its life. */
  public ClaimState state() {
    return state;
  }

  /** Returns when it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Returns when it expires; empty once it is no longer pending. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** Returns the amounts that it holds, by class. */
  public Map<ResourceClass, Long> resources() {
    return resources;
  }

  /** Returns the receipts of what it holds of structured resources, by the kind of booking. */
  public Map<String, String> receipts() {
    return receipts;
  }

  /** Returns the limits that travel with the build. */
  public Limits limits() {
    return limits;
  }

  /** Returns the id of the server group that the instance is a member of. */
  public Optional<String> groupId() {
    return Optional.ofNullable(groupId);
  }

  /** Returns the id of the instance's flavor. */
  public Optional<String> flavorId() {
    return Optional.ofNullable(flavorId);
  }

  /** Returns whether it was made without asking the filters. */
  public boolean forced() {
    return forced;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Claim that
            && id.equals(that.id)
            && state == that.state
            && forced == that.forced
            && Objects.equals(expiresAt, that.expiresAt)
            && sameThing(that));
  }

  private boolean sameThing(Claim that) {
    return instanceUuid.equals(that.instanceUuid)
        && host.equals(that.host)
        && createdAt.equals(that.createdAt)
        && resources.equals(that.resources)
        && receipts.equals(that.receipts)
        && limits.equals(that.limits)
        && Objects.equals(groupId, that.groupId)
        && Objects.equals(flavorId, that.flavorId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, state);
  }

  @Override
  public String toString() {
    return "Claim(" + id + ", instance " + instanceUuid + " on " + host + ", " + state + ")";
  }

  /** Collects the parts of a claim. Not safe for several threads. */
  public static final class Builder {
    private final String id;
    private final String instanceUuid;
    private HostKey host;
    private ClaimState state = ClaimState.PENDING;
    private Instant createdAt = Instant.EPOCH;
    private @Nullable Instant expiresAt;
    private Map<ResourceClass, Long> resources = Map.of();
    private Map<String, String> receipts = Map.of();
    private Limits limits = Limits.NONE;
    private @Nullable String groupId;
    private @Nullable String flavorId;
    private boolean forced;

    private Builder(String id, String instanceUuid, HostKey host) {
      this.id = Require.notBlank(id, "claim id");
      this.instanceUuid = Require.notBlank(instanceUuid, "instanceUuid");
      this.host = Objects.requireNonNull(host, "host");
    }

    private Builder(Claim from) {
      id = from.id;
      instanceUuid = from.instanceUuid;
      host = from.host;
      state = from.state;
      createdAt = from.createdAt;
      expiresAt = from.expiresAt;
      resources = from.resources;
      receipts = from.receipts;
      limits = from.limits;
      groupId = from.groupId;
      flavorId = from.flavorId;
      forced = from.forced;
    }

    /** Sets the host. */
    public Builder host(HostKey value) {
      host = Objects.requireNonNull(value, "host");
      return this;
    }

    /** Sets where it is in its life. */
    public Builder state(ClaimState value) {
      state = Objects.requireNonNull(value, "state");
      return this;
    }

    /** Sets when it was made. */
    public Builder createdAt(Instant value) {
      createdAt = Objects.requireNonNull(value, "createdAt");
      return this;
    }

    /** Sets when it expires; null for never. */
    public Builder expiresAt(@Nullable Instant value) {
      expiresAt = value;
      return this;
    }

    /** Sets the amounts, each 0 or more. */
    public Builder resources(Map<ResourceClass, Long> value) {
      value.forEach((resource, amount) -> Require.amount(amount, resource.name()));
      resources = Map.copyOf(value);
      return this;
    }

    /** Sets the receipts of structured resources, by the kind of booking. */
    public Builder receipts(Map<String, String> value) {
      receipts = Map.copyOf(value);
      return this;
    }

    /** Sets the limits. */
    public Builder limits(Limits value) {
      limits = Objects.requireNonNull(value, "limits");
      return this;
    }

    /** Sets the server group. */
    public Builder groupId(@Nullable String value) {
      groupId = value;
      return this;
    }

    /** Sets the flavor. */
    public Builder flavorId(@Nullable String value) {
      flavorId = value;
      return this;
    }

    /** Sets whether the filters were not asked. */
    public Builder forced(boolean value) {
      forced = value;
      return this;
    }

    /** Returns the claim. */
    public Claim build() {
      return new Claim(this);
    }
  }
}
