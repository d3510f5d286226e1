package org.filterscheduler.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a host that are booked for an instance. Immutable, equal by value; each step of its
 * life gives a new one.
 */
public final class Claim {
  private final Builder parts;

  private Claim(Builder builder) {
    parts = new Builder(builder);
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
    return new Builder(parts);
  }

  /** Returns the id, unique among the claims of an inventory. */
  public String id() {
    return parts.id;
  }

  /** Returns the instance that it is for. */
  public String instanceUuid() {
    return parts.instanceUuid;
  }

  /** Returns the host whose amounts it holds. */
  public HostKey host() {
    return parts.host;
  }

  /** Returns where it is in its life. */
  public ClaimState state() {
    return parts.state;
  }

  /** Returns when it was made. */
  public Instant createdAt() {
    return parts.createdAt;
  }

  /** Returns when it expires; empty once it is no longer pending. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(parts.expiresAt);
  }

  /** Returns the amounts that it holds, by class. */
  public Map<ResourceClass, Long> resources() {
    return parts.resources;
  }

  /** Returns the receipts of what it holds of structured resources, by the kind of booking. */
  public Map<String, String> receipts() {
    return parts.receipts;
  }

  /** Returns the limits that travel with the build. */
  public Limits limits() {
    return parts.limits;
  }

  /** Returns the id of the server group that the instance is a member of. */
  public Optional<String> groupId() {
    return Optional.ofNullable(parts.groupId);
  }

  /** Returns the id of the instance's flavor. */
  public Optional<String> flavorId() {
    return Optional.ofNullable(parts.flavorId);
  }

  /** Returns whether it was made without asking the filters. */
  public boolean forced() {
    return parts.forced;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Claim that && parts.list().equals(that.parts.list());
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts.id, parts.state);
  }

  @Override
  public String toString() {
    return "Claim("
        + parts.id
        + ", instance "
        + parts.instanceUuid
        + " on "
        + parts.host
        + ", "
        + parts.state
        + ")";
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

    private Builder(Builder from) {
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

    private List<@Nullable Object> list() {
      return Arrays.asList(
          id,
          instanceUuid,
          host,
          state,
          createdAt,
          expiresAt,
          resources,
          receipts,
          limits,
          groupId,
          flavorId,
          forced);
    }
  }
}
