package org.filterscheduler.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for: one or several instances of one flavor, and where they may go.
 *
 * <p>A filter or weigher sees the same type, once per instance: {@link #index()} and {@link
 * #instanceUuid()} then tell which one it is. Immutable, equal by value.
 */
public final class RequestSpec {
  /** The hint by which Nova marks a rebuild. */
  public static final String CHECK_TYPE_HINT = "_nova_check_type";

  private final Builder parts;
  private final Map<ResourceClass, Long> resources;
  private final ExtraResources extra;

  private RequestSpec(Builder builder) {
    parts = new Builder(builder);
    if (parts.instanceUuid == null) {
      parts.instanceUuid = parts.instanceUuids.get(0);
    }
    if (parts.kind == null) {
      parts.kind =
          List.of("rebuild").equals(parts.hints.get(CHECK_TYPE_HINT))
              ? RequestKind.REBUILD
              : RequestKind.BOOT;
    }
    extra = new ExtraResources(parts.flavor);
    resources = resources(parts.flavor, extra.amounts());
  }

  /**
   * Starts a request for one instance.
   *
   * @param flavor the size of the instance
   */
  public static Builder builder(Flavor flavor) {
    return new Builder(flavor);
  }

  /** Returns a builder that holds the parts of this request. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /**
   * Returns the id of the request, which appears in logs and results; the instance's if not set.
   */
  public String requestId() {
    return parts.requestId == null ? instanceUuid() : parts.requestId;
  }

  /** Returns the id of the instance that is being placed. */
  public String instanceUuid() {
    return Objects.requireNonNull(parts.instanceUuid);
  }

  /** Returns the ids of all instances of the request; shorter than their number where not given. */
  public List<String> instanceUuids() {
    return parts.instanceUuids;
  }

  /**
   * Returns the ids of the claims to make, one per instance; empty where the engine makes them. A
   * claim that is there already under its id is answered again: a request may be delivered twice.
   */
  public List<String> claimIds() {
    return parts.claimIds;
  }

  /** Returns how many instances are asked for: the number of their ids, where those are given. */
  public int numInstances() {
    return parts.instanceUuids.isEmpty() ? parts.numInstances : parts.instanceUuids.size();
  }

  /** Returns the how-many-eth instance of the request is being placed, from 0. */
  public int index() {
    return parts.index;
  }

  /** Returns what the instance is placed for. */
  public RequestKind kind() {
    return Objects.requireNonNull(parts.kind);
  }

  /** Returns the flavor. */
  public Flavor flavor() {
    return parts.flavor;
  }

  /** Returns the image, where there is one. */
  public Optional<ImageMeta> image() {
    return Optional.ofNullable(parts.image);
  }

  /** Returns the project (tenant) that asks. */
  public Optional<String> projectId() {
    return Optional.ofNullable(parts.projectId);
  }

  /** Returns the availability zone that is asked for; an empty name means none. */
  public Optional<String> availabilityZone() {
    return Optional.ofNullable(parts.availabilityZone).filter(zone -> !zone.isEmpty());
  }

  /** Returns the server group of the instance. */
  public Optional<ServerGroup> group() {
    return Optional.ofNullable(parts.group);
  }

  /** Returns the scheduler hints. */
  public Map<String, List<String>> hints() {
    return parts.hints;
  }

  /**
   * Returns the values of a hint; empty when it is absent.
   *
   * @param name the hint's name
   */
  public List<String> hint(String name) {
    return parts.hints.getOrDefault(name, List.of());
  }

  /** Returns the history of failed builds; empty where retries are off. */
  public Optional<Retry> retry() {
    return Optional.ofNullable(parts.retry);
  }

  /** Returns the names of hosts that the instance must not go to; compared ignoring case. */
  public List<String> ignoreHosts() {
    return parts.ignoreHosts;
  }

  /** Returns the names of the hosts that it is forced to; compared ignoring case. */
  public List<String> forceHosts() {
    return parts.forceHosts;
  }

  /** Returns the names of the nodes that it is forced to; compared exactly. */
  public List<String> forceNodes() {
    return parts.forceNodes;
  }

  /** Returns the only host that it may go to, if it passes the filters. */
  public Optional<Destination> requestedDestination() {
    return Optional.ofNullable(parts.requestedDestination);
  }

  /** Returns the seed of random choices; where absent, one is derived from the instance's id. */
  public OptionalLong seed() {
    return parts.seed == null ? OptionalLong.empty() : OptionalLong.of(parts.seed);
  }

  /**
   * Returns whether the request is forced past the filters: hosts or nodes are forced and no check
   * type is hinted.
   */
  public boolean forced() {
    boolean named = !parts.forceHosts.isEmpty() || !parts.forceNodes.isEmpty();
    return named && hint(CHECK_TYPE_HINT).isEmpty() && kind() != RequestKind.REBUILD;
  }

  /**
   * Returns what one instance takes from its host: virtual CPUs, memory and disk of the flavor, and
   * the classes of its extra specs {@code resources:NAME=n}, which replace the flavor's amounts of
   * the same class. Amounts of 0 are absent.
   */
  public Map<ResourceClass, Long> resources() {
    return resources;
  }

  /**
   * Returns only the amounts that extra specs {@code resources:NAME=n} ask for. Where both {@code
   * DISK_GB} and {@code DISK_MB} are given, the latter counts.
   */
  public Map<ResourceClass, Long> extraResources() {
    return extra.amounts();
  }

  /**
   * Returns the extra specs {@code resources:NAME=n} that name no resource class or no whole number
   * of 0 or more. As in Nova they demand nothing; the engine warns of them.
   */
  public List<String> malformedResources() {
    return extra.malformed();
  }

  private static Map<ResourceClass, Long> resources(Flavor flavor, Map<ResourceClass, Long> extra) {
    Map<ResourceClass, Long> all = new TreeMap<>();
    all.put(ResourceClass.VCPU, (long) flavor.vcpus());
    all.put(ResourceClass.MEMORY_MB, flavor.memoryMb());
    all.put(ResourceClass.DISK_MB, flavor.diskMb());
    all.putAll(extra);
    all.values().removeIf(amount -> amount == 0);
    return Map.copyOf(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestSpec that && parts.list().equals(that.parts.list());
  }

  @Override
  public int hashCode() {
    return parts.list().hashCode();
  }

  @Override
  public String toString() {
    return "RequestSpec(" + requestId() + ", " + numInstances() + " x " + flavor() + ")";
  }

  /** Collects the parts of a request. Not safe for several threads. */
  public static final class Builder {
    private @Nullable String requestId;
    private @Nullable String instanceUuid;
    private List<String> instanceUuids = List.of();
    private List<String> claimIds = List.of();
    private int numInstances = 1;
    private int index;
    private @Nullable RequestKind kind;
    private Flavor flavor;
    private @Nullable ImageMeta image;
    private @Nullable String projectId;
    private @Nullable String availabilityZone;
    private @Nullable ServerGroup group;
    private Map<String, List<String>> hints = Map.of();
    private @Nullable Retry retry;
    private List<String> ignoreHosts = List.of();
    private List<String> forceHosts = List.of();
    private List<String> forceNodes = List.of();
    private @Nullable Destination requestedDestination;
    private @Nullable Long seed;

    private Builder(Flavor flavor) {
      this.flavor = Objects.requireNonNull(flavor, "flavor");
    }

    private Builder(Builder from) {
      requestId = from.requestId;
      instanceUuid = from.instanceUuid;
      instanceUuids = from.instanceUuids;
      claimIds = from.claimIds;
      numInstances = from.numInstances;
      index = from.index;
      kind = from.kind;
      flavor = from.flavor;
      image = from.image;
      projectId = from.projectId;
      availabilityZone = from.availabilityZone;
      group = from.group;
      hints = from.hints;
      retry = from.retry;
      ignoreHosts = from.ignoreHosts;
      forceHosts = from.forceHosts;
      forceNodes = from.forceNodes;
      requestedDestination = from.requestedDestination;
      seed = from.seed;
    }

    /** Sets the id of the request; by default that of the instance. */
    public Builder requestId(String value) {
      requestId = Require.notBlank(value, "requestId");
      return this;
    }

    /** Sets the id of the instance; by default the first of {@link #instanceUuids(List)}. */
    public Builder instanceUuid(String value) {
      instanceUuid = Require.notBlank(value, "instanceUuid");
      return this;
    }

    /**
     * Sets the ids of several instances, all different; their number is then the number of
     * instances. An empty list leaves it to {@link #numInstances(int)}.
     */
    public Builder instanceUuids(List<String> value) {
      instanceUuids = distinct(value, "instanceUuids");
      return this;
    }

    /** Sets the ids of the claims to make, all different: one per instance, or none. */
    public Builder claimIds(List<String> value) {
      claimIds = distinct(value, "claimIds");
      return this;
    }

    /** Sets how many instances are asked for, 1 or more. */
    public Builder numInstances(int value) {
      numInstances = Require.positive(value, "numInstances");
      return this;
    }

    /** Sets which instance of the request this is, from 0; the engine does so. */
    public Builder index(int value) {
      index = Require.notNegative(value, "index");
      return this;
    }

    /** Sets what the instance is placed for; by default a boot, or what Nova's hint says. */
    public Builder kind(RequestKind value) {
      kind = Objects.requireNonNull(value, "kind");
      return this;
    }

    /** Sets the flavor. */
    public Builder flavor(Flavor value) {
      flavor = Objects.requireNonNull(value, "flavor");
      return this;
    }

    /** Sets the image. */
    public Builder image(@Nullable ImageMeta value) {
      image = value;
      return this;
    }

    /** Sets the project (tenant) that asks. */
    public Builder projectId(@Nullable String value) {
      projectId = value;
      return this;
    }

    /** Sets the availability zone; null or empty for any. */
    public Builder availabilityZone(@Nullable String value) {
      availabilityZone = value;
      return this;
    }

    /** Sets the server group. */
    public Builder group(@Nullable ServerGroup value) {
      group = value;
      return this;
    }

    /** Sets the scheduler hints. */
    public Builder hints(Map<String, List<String>> value) {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      value.forEach((name, values) -> copy.put(name, List.copyOf(values)));
      hints = Map.copyOf(copy);
      return this;
    }

    /** Sets the history of failed builds; null where retries are off. */
    public Builder retry(@Nullable Retry value) {
      retry = value;
      return this;
    }

    /** Sets the names of hosts that the instance must not go to. */
    public Builder ignoreHosts(List<String> value) {
      ignoreHosts = List.copyOf(value);
      return this;
    }

    /** Sets the names of the hosts that it is forced to, past the filters. */
    public Builder forceHosts(List<String> value) {
      forceHosts = List.copyOf(value);
      return this;
    }

    /** Sets the names of the nodes that it is forced to, past the filters. */
    public Builder forceNodes(List<String> value) {
      forceNodes = List.copyOf(value);
      return this;
    }

    /** Sets the only host that it may go to. */
    public Builder requestedDestination(@Nullable Destination value) {
      requestedDestination = value;
      return this;
    }

    /** Sets the seed of random choices. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if the instance has no id, or if there are claim ids, but
     *     not one per instance
     */
    public RequestSpec build() {
      if (instanceUuid == null && instanceUuids.isEmpty()) {
        // Under an id that requests share, the instances of one would count as those of another.
        throw new IllegalArgumentException(
            "instanceUuid (null) must be set, to an id that no other instance has. Set it, or"
                + " instanceUuids.");
      }
      int instances = instanceUuids.isEmpty() ? numInstances : instanceUuids.size();
      if (!claimIds.isEmpty() && claimIds.size() != instances) {
        throw new IllegalArgumentException(
            "claimIds (" + claimIds.size() + ") must be as many as instances (" + instances + ").");
      }
      return new RequestSpec(this);
    }

    private static List<String> distinct(List<String> ids, String name) {
      Set<String> seen = new LinkedHashSet<>();
      for (String id : ids) {
        if (!seen.add(Require.notBlank(id, name))) {
          throw new IllegalArgumentException(name + " (" + id + ") must not be named twice.");
        }
      }
      return List.copyOf(ids);
    }

    private List<@Nullable Object> list() {
      List<@Nullable Object> list = new ArrayList<>();
      list.add(requestId);
      list.add(instanceUuid);
      list.add(instanceUuids);
      list.add(claimIds);
      list.add(numInstances);
      list.add(index);
      list.add(kind);
      list.add(flavor);
      list.add(image);
      list.add(projectId);
      list.add(availabilityZone);
      list.add(group);
      list.add(hints);
      list.add(retry);
      list.add(ignoreHosts);
      list.add(forceHosts);
      list.add(forceNodes);
      list.add(requestedDestination);
      list.add(seed);
      return list;
    }
  }
}
