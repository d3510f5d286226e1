package org.filterscheduler.benchmarks.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.filterscheduler.examples.replay.run.CapacityLedger;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;
import org.jspecify.annotations.Nullable;

/** Lets pods arrive and leave as a trace says; those of the same second arrive together. */
final class TraceRun {
  private record Departure(TracePod pod, Node node) {}

  private final Placer placer;
  private final List<Node> nodes = new ArrayList<>();
  private final CapacityLedger ledger = new CapacityLedger();
  private final PriorityQueue<Departure> departures =
      new PriorityQueue<>(
          Comparator.comparingLong((Departure departure) -> departure.pod().deleted())
              .thenComparing(departure -> departure.pod().name()));
  private int refused;

  private TraceRun(List<TraceNode> hosts, Placer placer) {
    this.placer = placer;
    for (TraceNode host : hosts) {
      nodes.add(new Node(host));
      ledger.add(host, 1.0, 1.0);
    }
  }

  /** Runs a trace to the end of its arrivals. */
  static Outcome of(String name, List<TraceNode> hosts, List<TracePod> pods, Placer placer) {
    TraceRun run = new TraceRun(hosts, placer);
    List<TracePod> byTime = new ArrayList<>(pods);
    byTime.sort(Comparator.comparingLong(TracePod::created));
    for (int first = 0; first < byTime.size(); ) {
      int end = first;
      while (end < byTime.size() && byTime.get(end).created() == byTime.get(first).created()) {
        end++;
      }
      run.arrive(byTime.subList(first, end));
      first = end;
    }
    if (!run.ledger.violations().isEmpty()) {
      throw new IllegalStateException(name + " overbooks: " + run.ledger.violations().get(0));
    }
    return new Outcome(name, pods.size(), run.refused, run.ledger.peaks());
  }

  private void arrive(List<TracePod> pods) {
    departUntil(pods.get(0).created());
    List<@Nullable Node> chosen = placer.place(pods, nodes);
    for (int i = 0; i < pods.size(); i++) {
      Node node = chosen.get(i);
      if (node == null) {
        refused++;
      } else {
        place(pods.get(i), node);
      }
    }
  }

  private void place(TracePod pod, Node node) {
    node.book(pod, 1);
    ledger.place(pod, node.name());
    if (pod.deleted() != TimedRequest.NEVER) {
      departures.add(new Departure(pod, node));
    }
  }

  private void departUntil(long second) {
    while (!departures.isEmpty() && departures.peek().pod().deleted() <= second) {
      Departure departure = departures.remove();
      departure.node().book(departure.pod(), -1);
      ledger.remove(departure.pod());
    }
  }
}
