package org.filterscheduler.examples.replay.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;

/**
 * Sends requests to a scheduler in simulated time. At equal times departures come before arrivals,
 * and then the order of the list counts; instances that leave when they come leave before the next
 * arrival. A claim is confirmed at once; a refused request is not tried again.
 */
public final class Simulation {
  /** What is to leave, when, and its place in the list. */
  private record Departure(long at, int place, TimedRequest request, List<String> claims) {}

  private final Engine engine;
  private final SimulationListener listener;
  private final PriorityQueue<Departure> departures =
      new PriorityQueue<>(
          Comparator.comparingLong(Departure::at).thenComparingInt(Departure::place));
  private long decidingNanos;

  /**
   * Creates a simulation.
   *
   * @param engine the engine; time goes on in it, unless it was restored from an export
   * @param listener is told what happens
   */
  public Simulation(Engine engine, SimulationListener listener) {
    this.engine = engine;
    this.listener = listener;
  }

  /**
   * Sends requests, those of equal times in the order of the list.
   *
   * @param requests the requests
   */
  public void run(List<TimedRequest> requests) {
    List<TimedRequest> byTime = byTime(requests);
    for (int place = 0; place < byTime.size(); place++) {
      TimedRequest request = byTime.get(place);
      departUntil(request.arrives());
      arrive(request, place);
    }
  }

  /**
   * Sends the requests that come before one of them, and stops when that one comes.
   *
   * @param last the request that is not sent
   * @param requests all requests
   */
  public void runBefore(TimedRequest last, List<TimedRequest> requests) {
    List<TimedRequest> byTime = byTime(requests);
    run(byTime.subList(0, byTime.indexOf(last)));
    departUntil(last.arrives());
  }

  private static List<TimedRequest> byTime(List<TimedRequest> requests) {
    List<TimedRequest> byTime = new ArrayList<>(requests);
    byTime.sort(Comparator.comparingLong(TimedRequest::arrives));
    return byTime;
  }

  /**
   * Goes on in time without further arrivals.
   *
   * @param seconds until when; what leaves then, or before, has left
   */
  public void departUntil(long seconds) {
    Departure next = departures.peek();
    while (next != null && next.at() <= seconds) {
      departures.remove();
      engine.clock().advanceTo(next.at());
      next.claims().forEach(engine.inventory()::release);
      listener.departed(next.request());
      next = departures.peek();
    }
    engine.clock().advanceTo(seconds);
  }

  /** Returns how long the scheduler took for all its decisions. */
  public Duration deciding() {
    return Duration.ofNanos(decidingNanos);
  }

  private void arrive(TimedRequest request, int place) {
    long before = System.nanoTime();
    SchedulingResult result = engine.scheduler().select(request.request());
    decidingNanos += System.nanoTime() - before;
    List<String> claims = new ArrayList<>();
    result.scheduled().stream()
        .flatMap(scheduled -> scheduled.selections().stream())
        .flatMap(selection -> claimOf(selection).stream())
        .forEach(claims::add);
    claims.forEach(engine.inventory()::confirm);
    if (!claims.isEmpty() && request.departs() != TimedRequest.NEVER) {
      departures.add(new Departure(request.departs(), place, request, claims));
    }
    listener.decided(request, result);
  }

  private static List<String> claimOf(Selection selection) {
    return selection.claim().map(Claim::id).map(List::of).orElse(List.of());
  }
}
