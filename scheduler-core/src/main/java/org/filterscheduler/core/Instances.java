package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
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

  /** Puts the instances of a node in place of those that it had. */
  void index(HostKey key, NodeInstances before, NodeInstances after) {
    after.forEach(uuid -> books.place(uuid, key)); // first, so that no entry goes and comes back
    before.forEach(uuid -> books.displace(uuid, key));
  }

  /** Gives all nodes of a host the view of the instances of all of them. */
  void refreshViews(String host) {
    List<HostRecord> records = new ArrayList<>();
    List<NodeInstances> all = new ArrayList<>();
    for (HostKey key : books.nodesOf(host)) {
      HostRecord record = books.record(key);
      if (record != null) {
        records.add(record);
        all.add(record.instances());
      }
    }
    InstanceView view = all.size() == 1 ? all.get(0) : new HostInstances(List.copyOf(all));
    for (HostRecord record : records) {
      HostUsage usage = record.state().usage().toBuilder().instances(view).build();
      books.replace(record.withState(new HostState(record.state().description(), usage)));
    }
  }
}
