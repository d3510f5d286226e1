package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.Reason;

/**
 * Says why, after the decision: from the hosts, the checks and the faults that the decision itself
 * had, so that it explains just that decision. Used once.
 */
final class Explainer {
  private static final int SAMPLES = 3;

  private final Pipeline pipeline;
  private final Trail trail;
  private final Guard guard;

  Explainer(Pipeline pipeline, Trail trail, Guard guard) {
    this.pipeline = pipeline;
    this.trail = trail;
    this.guard = guard;
  }

  /** Explains a success afterwards: its steps and its ranking. */
  static Explanation explain(Trail.Way way, Guard guard) {
    return builder(way, guard).ranking(ranked(way, guard)).faults(guard.messages()).build();
  }

  /** Explains a refusal. */
  Explanation explain() {
    Explanation.Builder builder = builder(trail.way(), guard);
    List<Explanation.NearMiss> misses =
        NearMisses.of(trail.rejections(), pipeline.complete(trail, guard), trail.state(), guard);
    return builder.nearestMisses(misses).faults(guard.messages()).build();
  }

  /** Explains all: also what filters say of hosts that earlier ones rejected, and the ranking. */
  Explanation explainAll() {
    Explanation.Builder builder = builder(trail.way(), guard);
    List<Step> all = pipeline.complete(trail, guard);
    List<Explanation.HostVerdict> verdicts = new ArrayList<>();
    for (HostState host : trail.state().hosts()) {
      verdicts.add(
          new Explanation.HostVerdict(
              host.key(), rejections(host, all), guard.limitsWherePassed(all, host)));
    }
    List<Explanation.NearMiss> misses =
        NearMisses.of(trail.rejections(), all, trail.state(), guard);
    return builder
        .nearestMisses(misses)
        .verdicts(verdicts)
        .ranking(ranked(trail.way(), guard))
        .faults(guard.messages())
        .build();
  }

  static List<RankedHost> ranked(Trail.Way way, Guard guard) {
    return way.ranking().ranked(host -> guard.limits(way.inForce(), host));
  }

  private static Explanation.Builder builder(Trail.Way way, Guard guard) {
    return Explanation.builder(way.request()).hosts(way.hosts()).steps(steps(way, guard));
  }

  private Map<String, Reason> rejections(HostState host, List<Step> steps) {
    Map<String, Reason> rejections = new LinkedHashMap<>();
    for (Step step : steps) {
      Optional.ofNullable(guard.rejection(step, host))
          .ifPresent(reason -> rejections.put(step.name(), reason));
    }
    return rejections;
  }

  private static List<Explanation.Step> steps(Trail.Way way, Guard guard) {
    List<Explanation.Step> steps = new ArrayList<>();
    if (!way.first()) {
      steps.add(
          new Explanation.Step(
              "earlier-instances",
              false,
              way.hosts(),
              way.hosts() - way.earlier().size(),
              counts(way.earlier(), guard)));
    }
    for (Trail.Taken taken : way.taken()) {
      List<Trail.Rejection> rejections = new ArrayList<>();
      taken.rejected().forEach(host -> rejections.add(new Trail.Rejection(taken.step(), host)));
      steps.add(
          new Explanation.Step(
              taken.step().name(),
              taken.step().filter(),
              taken.in(),
              taken.out(),
              counts(rejections, guard)));
    }
    return steps;
  }

  private static List<Explanation.ReasonCount> counts(
      List<Trail.Rejection> rejections, Guard guard) {
    Map<String, List<HostState>> byCode = new LinkedHashMap<>();
    for (Trail.Rejection rejection : rejections) {
      Reason reason = reason(rejection, guard);
      byCode.computeIfAbsent(reason.code(), code -> new ArrayList<>()).add(rejection.host());
    }
    List<Explanation.ReasonCount> counts = new ArrayList<>();
    byCode.forEach(
        (code, hosts) ->
            counts.add(new Explanation.ReasonCount(code, hosts.size(), samples(hosts))));
    counts.sort(
        Comparator.comparingInt(Explanation.ReasonCount::count)
            .reversed()
            .thenComparing(Explanation.ReasonCount::code));
    return counts;
  }

  /**
   * A check that rejected then and passes now gives no steady answer; its host is counted all the
   * same.
   */
  static Reason reason(Trail.Rejection rejection, Guard guard) {
    Reason reason = guard.rejection(rejection.step(), rejection.host());
    return reason != null ? reason : Reason.of("rejected");
  }

  private static List<HostKey> samples(List<HostState> hosts) {
    return hosts.stream()
        .sorted(Comparator.comparingLong(host -> host.description().position()))
        .limit(SAMPLES)
        .map(HostState::key)
        .toList();
  }
}
