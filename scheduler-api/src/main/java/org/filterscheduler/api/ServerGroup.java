package org.filterscheduler.api;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server group: instances that shall be together or apart.
 *
 * <p>The caller says what it knows of the group; the engine adds to the members and hosts what its
 * inventory has claimed for the group of this id. Immutable, equal by value.
 */
public final class ServerGroup {
  private final String id;
  private final Set<String> policies;
  private final Map<String, String> rules;
  private final Set<String> members;
  private final Set<String> hosts;

  private ServerGroup(Builder builder) {
    id = builder.id;
    policies = Set.copyOf(builder.policies);
    rules = Map.copyOf(builder.rules);
    members = Set.copyOf(builder.members);
    hosts = Set.copyOf(builder.hosts);
  }

  private ServerGroup(ServerGroup known, Set<String> members, Set<String> hosts) {
    id = known.id;
    policies = known.policies;
    rules = known.rules;
    this.members = members;
    this.hosts = hosts;
  }

  /**
   * Starts a group without members.
   *
   * @param id the id of the group; claims of one id are of one group
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Returns the id. */
  public String id() {
    return id;
  }

  /** Returns the policies: {@code affinity}, {@code anti-affinity}, and their soft forms. */
  public Set<String> policies() {
    return policies;
  }

  /** Returns the rules of the policies, for instance {@code max_server_per_host}. */
  public Map<String, String> rules() {
    return rules;
  }

  /** Returns the ids of the instances that are members. */
  public Set<String> members() {
    return members;
  }

  /** Returns the names of the hosts that run a member; compared exactly, nodes play no role. */
  public Set<String> hosts() {
    return hosts;
  }

  /**
   * Returns this group with more members and hosts. A group may have very many, so the sets are not
   * copied: they must not change any more.
   *
   * @param moreMembers ids of instances
   * @param moreHosts names of hosts
   */
  public ServerGroup plus(Set<String> moreMembers, Set<String> moreHosts) {
    return moreMembers.isEmpty() && moreHosts.isEmpty()
        ? this
        : new ServerGroup(this, UnionSet.of(members, moreMembers), UnionSet.of(hosts, moreHosts));
  }

  /** Returns a builder that holds the parts of this group. */
  public Builder toBuilder() {
    return new Builder(id).policies(policies).rules(rules).members(members).hosts(hosts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ServerGroup that
            && id.equals(that.id)
            && policies.equals(that.policies)
            && rules.equals(that.rules)
            && members.equals(that.members)
            && hosts.equals(that.hosts));
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, policies, rules, members.size(), hosts.size());
  }

  @Override
  public String toString() {
    return "ServerGroup(" + id + ", " + policies + ", hosts " + hosts + ")";
  }

  /** Collects the parts of a group. Not safe for several threads. */
  public static final class Builder {
    private final String id;
    private Set<String> policies = Set.of();
    private Map<String, String> rules = Map.of();
    private Set<String> members = Set.of();
    private Set<String> hosts = Set.of();

    private Builder(String id) {
      this.id = Require.notBlank(id, "server group id");
    }

    /** Sets the policies. */
    public Builder policies(Set<String> value) {
      policies = Set.copyOf(value);
      return this;
    }

    /** Sets the one policy. */
    public Builder policy(String value) {
      return policies(Set.of(value));
    }

    /** Sets the rules of the policies. */
    public Builder rules(Map<String, String> value) {
      rules = Map.copyOf(value);
      return this;
    }

    /** Sets the ids of the member instances. */
    public Builder members(Set<String> value) {
      members = Set.copyOf(value);
      return this;
    }

    /** Sets the names of the hosts that run a member. */
    public Builder hosts(Set<String> value) {
      hosts = Set.copyOf(value);
      return this;
    }

    /** Returns the group. */
    public ServerGroup build() {
      return new ServerGroup(this);
    }
  }
}
