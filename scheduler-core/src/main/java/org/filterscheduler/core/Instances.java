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
  @SuppressWarnings("ReferenceEquality") // mostly NONE
  void index(HostKey key, NodeInstances before, NodeInstances after) {
    if (before == after) {
      return;
    }
    after.forEach(uuid -> books.place(uuid, key)); // first, so that no entry goes and comes back
    before.forEach(uuid -> books.displace(uuid, key));
  }

  /** Gives all nodes of a host the view of the instances of all of them. */
  void refreshViews(String host) {
    List<HostKey> keys = books.nodesOf(host);
    if (keys.size() == 1) {
      HostRecord only = books.record(keys.get(0));
      if (only != null) {
        setView(only, only.instances());
      }
      return;
    }
    List<HostRecord> records = new ArrayList<>();
    List<NodeInstances> all = new ArrayList<>();
    for (HostKey key : keys) {
      HostRecord record = books.record(key);
      if (record != null) {
        records.add(record);
        all.add(record.instances());
      }
    }
    InstanceView view = new HostInstances(List.copyOf(all));
    records.forEach(record -> setView(record, view));
  }

  @SuppressWarnings("ReferenceEquality") // a host that is new has the view already
  private void setView(HostRecord record, InstanceView view) {
    HostUsage before = record.state().usage();
    if (before.instances() != view) {
      HostUsage usage = before.toBuilder().instances(view).build();
      books.replace(record.withState(new HostState(record.state().description(), usage)));
    }
  }
}
