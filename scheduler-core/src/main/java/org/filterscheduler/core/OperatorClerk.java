package org.filterscheduler.core;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.OperatorChange;
import org.jspecify.annotations.Nullable;

/** Writes what operators change, and the state of services, into the books. */
final class OperatorClerk {
  private final Books books;
  private final Descriptions descriptions;
  private final Instances instances;

  OperatorClerk(Books books, Descriptions descriptions, Instances instances) {
    this.books = books;
    this.descriptions = descriptions;
    this.instances = instances;
  }

  void change(OperatorChange change, Instant now) {
    if (change instanceof OperatorChange.AggregateSet set) {
      OperatorChange.AggregateSet old = books.aggregates.get(set.aggregate().id());
      books.setAggregate(set);
      redescribe(union(old, set), now);
    } else if (change instanceof OperatorChange.AggregateRemoved removed) {
      OperatorChange.AggregateSet old = books.aggregates.get(removed.aggregateId());
      books.removeAggregate(removed.aggregateId());
      redescribe(old == null ? Set.of() : old.hosts(), now);
    } else if (change instanceof OperatorChange.RatiosSet ratios) {
      setRatios(ratios);
      redescribe(Set.of(ratios.key().host()), now);
    } else if (change instanceof OperatorChange.HostRemoved removed) {
      remove(removed.key());
    } else {
      changeService(change, now);
    }
  }

  private static Set<String> union(
      OperatorChange.@Nullable AggregateSet old, OperatorChange.AggregateSet set) {
    if (old == null) {
      return set.hosts();
    }
    Set<String> hosts = new LinkedHashSet<>(set.hosts());
    hosts.addAll(old.hosts());
    return hosts;
  }

  private void setRatios(OperatorChange.RatiosSet ratios) {
    if (ratios.ratios().isEmpty()) {
      books.ratios.remove(ratios.key());
    } else {
      books.ratios.put(ratios.key(), ratios.ratios());
    }
  }

  private void remove(HostKey key) {
    HostRecord record = books.record(key);
    if (record != null) {
      instances.index(key, record.instances(), NodeInstances.NONE);
      books.ratios.remove(key);
      books.remove(record);
      instances.refreshViews(key.host());
      forgetService(key.host());
    }
  }

  /** What operators set of a service outlives its nodes; that it was once seen need not. */
  private void forgetService(String host) {
    ServiceRecord service = service(host);
    if (books.nodesOf(host).isEmpty() && !service.disabled() && !service.forcedDown()) {
      books.services.remove(host);
    }
  }

  private void changeService(OperatorChange change, Instant now) {
    if (change instanceof OperatorChange.ServiceEnabled enabled) {
      setService(enabled.host(), service(enabled.host()).withDisabled(false, null), now);
    } else if (change instanceof OperatorChange.ServiceDisabled disabled) {
      setService(
          disabled.host(), service(disabled.host()).withDisabled(true, disabled.reason()), now);
    } else if (change instanceof OperatorChange.ServiceForcedDown down) {
      setService(down.host(), service(down.host()).withForcedDown(down.down()), now);
    }
  }

  /**
   * Records a sign of life of a node's service. The node itself is to be described anew by who
   * calls this, the other nodes of its host are.
   */
  void seen(HostKey node, Instant at, Instant now) {
    books.services.put(node.host(), service(node.host()).seen(at));
    for (HostKey key : books.nodesOf(node.host())) {
      if (!key.equals(node)) {
        redescribe(key, now);
      }
    }
  }

  private ServiceRecord service(String host) {
    return books.services.getOrDefault(host, ServiceRecord.NEW);
  }

  private void setService(String host, ServiceRecord service, Instant now) {
    books.services.put(host, service);
    redescribe(Set.of(host), now);
  }

  /** Derives anew what reports, operators and the present instant say of some hosts. */
  void redescribe(Collection<String> hosts, Instant now) {
    for (String host : hosts) {
      for (HostKey key : books.nodesOf(host)) {
        redescribe(key, now);
      }
    }
  }

  private void redescribe(HostKey key, Instant now) {
    HostRecord record = books.record(key);
    if (record == null) {
      return;
    }
    HostDescription description =
        descriptions.describe(record.report(), record.position(), books, now);
    if (!record.state().description().equals(description)) {
      books.replace(record.withState(new HostState(description, record.state().usage())));
    }
  }
}
