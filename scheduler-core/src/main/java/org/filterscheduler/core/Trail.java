package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.jspecify.annotations.Nullable;

/**
 * The way of one instance: which step took which hosts away, and what is left. It keeps just
 * references, so that nothing is computed for an explanation that nobody asks for. Not for several
 * threads.
 */
final class Trail {
  /**
   * A host that was rejected.
   *
   * @param step by which step
   * @param host the host as it then was
   */
  record Rejection(Step step, HostState host) {}

  /**
   * A step that was taken.
   *
   * @param step the step
   * @param in how many hosts it was asked about
   * @param rejected those that it took away
   */
  record Taken(Step step, int in, List<HostState> rejected) {
    int out() {
      return in - rejected.size();
    }
  }

  /**
   * What became of the hosts: all that explains a success. It does not hold the state that was
   * looked at; what plug-ins' checks hold of it is theirs.
   *
   * @param request the request as of the instance
   * @param hosts how many hosts there were at all
   * @param first whether the instance is the first of its request
   * @param earlier the hosts that an earlier instance of the request lost
   * @param taken the steps
   * @param inForce what writes the limits
   * @param ranking the hosts that passed
   * @param guard what plug-ins did wrong
   * @param known what the decision knows of the request's hosts
   */
  record Way(
      RequestSpec request,
      int hosts,
      boolean first,
      List<Rejection> earlier,
      List<Taken> taken,
      List<Step> inForce,
      Ranking ranking,
      Guard guard,
      Guard.Known known) {}

  private final Instance instance;
  private final boolean first;
  private final List<Step> before;
  private final ClusterState state;
  private final Guard guard;
  private final Guard.Known known;
  private final int hosts;
  private final List<Rejection> earlier;
  private final List<Taken> taken = new ArrayList<>();
  private final List<Step> inForce = new ArrayList<>();
  private List<HostState> left;
  private @Nullable Ranking ranking;

  /**
   * Starts with all hosts, or, within a request, with those that passed for the instance before: as
   * in Nova a host that was filtered out once does not come back.
   */
  Trail(Instance instance, @Nullable Trail before, Scene scene) {
    ClusterState state = scene.state();
    this.guard = scene.guard();
    this.known = guard.known();
    this.instance = instance;
    this.first = before == null;
    this.before = before == null ? List.of() : before.inForce;
    this.state = state;
    if (before == null) {
      left = state.hosts();
      hosts = left.size();
      earlier = List.of();
    } else {
      left = present(before.ranking(), state);
      hosts = before.hosts;
      earlier = before.rejections();
    }
  }

  private static List<HostState> present(Ranking ranking, ClusterState state) {
    List<HostState> hosts = new ArrayList<>(ranking.hosts().size());
    for (Ranking.Weighed weighed : ranking.hosts()) {
      hosts.add(state.host(weighed.host().key()).orElseThrow());
    }
    return hosts;
  }

  /** Takes a step: keeps just the hosts that pass. */
  void take(Step step, Predicate<HostState> passes) {
    List<HostState> kept = new ArrayList<>(left.size());
    List<HostState> rejected = new ArrayList<>();
    for (HostState host : left) {
      (passes.test(host) ? kept : rejected).add(host);
    }
    taken.add(new Taken(step, left.size(), rejected));
    left = kept;
  }

  /** Notes a check that a chosen host has to pass, whether or not it was a step here. */
  void putInForce(Step step) {
    inForce.add(step);
  }

  void rank(Ranking hosts) {
    ranking = hosts;
  }

  /** Rejects the first of the ranking: it passed the filters, and yet cannot take the instance. */
  void rejectFirst(Step step) {
    List<Ranking.Weighed> hosts = ranking().hosts();
    Taken last = taken.isEmpty() ? null : taken.get(taken.size() - 1);
    if (last == null || !last.step().equals(step)) {
      last = new Taken(step, hosts.size(), new ArrayList<>());
      taken.add(last);
    }
    last.rejected().add(state.host(hosts.get(0).host().key()).orElseThrow());
    ranking().removeFirst();
  }

  /** Returns what became of the hosts, once they are ranked. */
  Way way() {
    return new Way(
        instance.request(), hosts, first, earlier, taken, inForce, ranking(), guard, known);
  }

  Instance instance() {
    return instance;
  }

  /** Returns a guard for what is computed after the answer. */
  Guard afterwards() {
    return guard.afterwards(known);
  }

  /** Returns why hosts of the request were rejected, where a check cannot be asked again. */
  Guard.Known known() {
    return known;
  }

  /** Returns what was in force for the instance before in the same request. */
  List<Step> before() {
    return before;
  }

  /** Returns whether it starts with all hosts. */
  boolean isFirst() {
    return first;
  }

  /** Returns the state that was looked at. */
  ClusterState state() {
    return state;
  }

  List<HostState> left() {
    return left;
  }

  List<Taken> taken() {
    return taken;
  }

  /** Returns the checks, in order, that the chosen host has to pass still when it is claimed. */
  List<Step> inForce() {
    return inForce;
  }

  Ranking ranking() {
    return Objects.requireNonNull(ranking, "ranking");
  }

  /** Returns how many hosts there were at all. */
  int hosts() {
    return hosts;
  }

  /** Returns the hosts that an earlier instance of the request lost. */
  List<Rejection> earlier() {
    return earlier;
  }

  /** Returns all hosts that were rejected on the way, for this instance or an earlier one. */
  List<Rejection> rejections() {
    List<Rejection> all = new ArrayList<>(earlier);
    for (Taken step : taken) {
      for (HostState host : step.rejected()) {
        all.add(new Rejection(step.step(), host));
      }
    }
    return all;
  }

  /** Returns the way with its counts and without reasons: what a log line needs, at little cost. */
  Explanation outline() {
    List<Explanation.Step> steps = new ArrayList<>();
    if (!first) {
      steps.add(
          new Explanation.Step(
              "earlier-instances", false, hosts, hosts - earlier.size(), List.of()));
    }
    for (Taken one : taken) {
      steps.add(
          new Explanation.Step(
              one.step().name(), one.step().filter(), one.in(), one.out(), List.of()));
    }
    return Explanation.builder(instance.request()).hosts(hosts).steps(steps).build();
  }
}
