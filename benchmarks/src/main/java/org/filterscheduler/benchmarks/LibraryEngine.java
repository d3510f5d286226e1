package org.filterscheduler.benchmarks;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.Selection;
import org.filterscheduler.core.Schedulers;

/** This library, as its users use it: reports, the standard filters, select, release. */
final class LibraryEngine implements Engine {
  private final Cluster cluster;
  private final Map<HostKey, Integer> positions = new HashMap<>();
  private final RequestSpec[] requests;
  private final Queue<String> claims = new ArrayDeque<>(); // the oldest first
  private final int alternates;
  private int made;
  private int alternatesSeen;

  private LibraryEngine(Spread spread, Cluster cluster, int alternates) {
    this.cluster = cluster;
    this.alternates = alternates;
    cluster.addAll(spread);
    for (int h = 0; h < spread.hosts; h++) {
      positions.put(cluster.key(h), h);
    }
    requests = Cluster.requests(spread);
    spread.fill(this);
  }

  /** Returns this library on the system's clock. */
  static LibraryEngine of(Workload workload, String engine, Spread spread) {
    return of(workload, engine, spread, InstantSource.system());
  }

  static LibraryEngine of(Workload workload, String engine, Spread spread, InstantSource clock) {
    var scheduler =
        Schedulers.builder().configuration(workload.configuration(engine)).clock(clock).build();
    return new LibraryEngine(spread, new Cluster(scheduler), workload.alternates());
  }

  HostInventory inventory() {
    return cluster.inventory();
  }

  @Override
  public int place(int r) {
    return cluster
        .scheduler()
        .select(requests[r])
        .scheduled()
        .map(s -> placed(s.first()))
        .orElse(-1);
  }

  private int placed(Selection selection) {
    claims.add(selection.claim().orElseThrow().id());
    if (alternates > 0) {
      alternatesSeen += selection.alternates(alternates).size();
    }
    return Objects.requireNonNull(positions.get(selection.host()));
  }

  @Override
  public void book(int host, int flavor, int sign) {
    if (sign < 0) {
      inventory().release(claims.remove());
      return;
    }
    claims.add(cluster.claim(host, Cluster.initial(made++, flavor)));
  }

  /** Returns how many alternates were read in all. */
  int alternatesSeen() {
    return alternatesSeen;
  }

  @Override
  public long[] books(int host) {
    HostState state = inventory().snapshot().host(cluster.key(host)).orElseThrow();
    return new long[] {state.freeMemoryMb(), state.freeDiskMb() / 1024, state.vcpusUsed()};
  }
}
