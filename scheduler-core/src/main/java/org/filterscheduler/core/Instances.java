package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.InstanceView;

/** Keeps the index of instances, and the views that hosts have of them. */
final class Instances {
  private final Books books;

  Instances(Books books) {
    this.books = books;
  }

  void index(HostKey key, DeltaMap<String, String> before, DeltaMap<String, String> after) {
    for (String uuid : before.toMap().keySet()) {
      if (!after.containsKey(uuid)) {
        remove(uuid, key);
      }
    }
    for (String uuid : after.toMap().keySet()) {
      if (!before.containsKey(uuid)) {
        add(uuid, key);
      }
    }
  }

  void add(String uuid, HostKey key) {
    Set<HostKey> hosts = new LinkedHashSet<>(books.hostsOf(uuid));
    hosts.add(key);
    books.setHostsOf(uuid, hosts);
  }

  void remove(String uuid, HostKey key) {
    Set<HostKey> hosts = new LinkedHashSet<>(books.hostsOf(uuid));
    hosts.remove(key);
    books.setHostsOf(uuid, hosts);
  }

  /** Gives all nodes of a host the view of the instances of all of them. */
  void refreshViews(String host) {
    List<HostRecord> records = new ArrayList<>();
    List<DeltaMap<String, String>> all = new ArrayList<>();
    for (HostKey key : books.nodesOf(host)) {
      HostRecord record = books.record(key);
      if (record != null) {
        records.add(record);
        all.add(record.instances());
      }
    }
    InstanceView view = new HostInstances(List.copyOf(all));
    for (HostRecord record : records) {
      HostUsage usage = record.state().usage().toBuilder().instances(view).build();
      books.replace(record.withState(new HostState(record.state().description(), usage)));
    }
  }
}
