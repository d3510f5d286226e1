package org.filterscheduler.api;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator changes of the inventory; reports and claims never undo it. */
public sealed interface OperatorChange {
  /**
   * An aggregate with the hosts in it, new or in place of the one with its id. A host need not
   * exist yet.
   *
   * @param aggregate the aggregate
   * @param hosts the names of its hosts
   */
  record AggregateSet(Aggregate aggregate, Set<String> hosts) implements OperatorChange {
    /** Copies the names. */
    public AggregateSet {
      hosts = Set.copyOf(hosts);
    }
  }

  /**
   * The end of an aggregate.
   *
   * @param aggregateId its id
   */
  record AggregateRemoved(long aggregateId) implements OperatorChange {}

  /**
   * A host's service enabled.
   *
   * @param host the name of the host
   */
  record ServiceEnabled(String host) implements OperatorChange {
    /** Checks the name. */
    public ServiceEnabled {
      Require.notBlank(host, "host");
    }
  }

  /**
   * A host's service disabled: it takes no new instances.
   *
   * @param host the name of the host
   * @param reason why, for people to read
   */
  record ServiceDisabled(String host, @Nullable String reason) implements OperatorChange {
    /** Checks the name. */
    public ServiceDisabled {
      Require.notBlank(host, "host");
    }
  }

  /**
   * A host's service declared down whatever it reports, or no longer so.
   *
   * @param host the name of the host
   * @param down whether it counts as down
   */
  record ServiceForcedDown(String host, boolean down) implements OperatorChange {
    /** Checks the name. */
    public ServiceForcedDown {
      Require.notBlank(host, "host");
    }
  }

  /**
   * The allocation ratios of a node, in place of what it reports; an empty map gives them back.
   *
   * @param key the node
   * @param ratios by class, each finite and above 0
   */
  record RatiosSet(HostKey key, Map<ResourceClass, Double> ratios) implements OperatorChange {
    /** Checks the ratios. */
    public RatiosSet {
      ratios.forEach((resource, ratio) -> Require.ratioAboveZero(ratio, resource.name()));
      ratios = Map.copyOf(ratios);
    }
  }

  /**
   * A node removed. Its claims stay until they are released, and count again if it comes back,
   * which it does as a new host, behind all others.
   *
   * @param key the node
   */
  record HostRemoved(HostKey key) implements OperatorChange {}
}
