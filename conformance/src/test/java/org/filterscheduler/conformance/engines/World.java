package org.filterscheduler.conformance.engines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClusterSnapshot;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.ReportOutcome;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.conformance.Engine;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/** A clock, an inventory, and two schedulers that share it: all that a history happens to. */
final class World {
  /** What differs between the worlds that are compared. */
  record Kind(Engine engine, Plugins plugins) {}

  private static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2017-08-30T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Kind kind;
  private final Mix mix;
  private final Clock clock = new Clock();
  private final Map<HostKey, Facts> nodes = new TreeMap<>();
  private final List<SchedulingResult> late = new ArrayList<>();
  private final List<Facts> policies = new ArrayList<>();
  private List<FilterScheduler> schedulers = List.of();
  private ClusterSnapshot kept;
  private long reports;

  /**
   * Starts without hosts.
   *
   * @param kind what differs from other worlds
   * @param policies those of the two schedulers
   * @param mix counts what happens
   */
  World(Kind kind, List<Facts> policies, Mix mix) {
    this.kind = kind;
    this.mix = mix;
    this.policies.addAll(policies);
    start();
    kept = inventory().snapshot();
  }

  private void start() {
    FilterScheduler first = builder(policies.get(0)).build();
    FilterScheduler second = builder(policies.get(1)).build(first.inventory());
    schedulers = List.of(first, second);
  }

  private Schedulers.Builder builder(Facts policy) {
    return Schedulers.builder()
        .configuration(configuration(policy))
        .clock(clock)
        .plugins(kind.plugins());
  }

  private SchedulerConfiguration configuration(Facts policy) {
    // Short, so that histories see claims expire.
    return kind.engine().in(policy.asOptions().with("claim-timeout", Duration.ofMinutes(3)));
  }

  HostInventory inventory() {
    return schedulers.get(0).inventory();
  }

  /** Returns the scheduler that an ask is for. */
  FilterScheduler schedulerOf(Ask ask) {
    return schedulers.get(whose(ask));
  }

  private static int whose(Ask ask) {
    return ask.facts().has("second") ? 1 : 0;
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  ReportOutcome report(HostKey key, Facts facts) {
    nodes.put(key, facts);
    return inventory().report(reportOf(key, facts));
  }

  HostReport reportOf(HostKey key, Facts facts) {
    // Steps of ten leave room for reports that come late.
    reports += 10;
    return Node.report(key, facts, reports, inventory().claims());
  }

  /** Every host but some reports what it last reported, with the instances of now. */
  void reportAllBut(List<String> silent) {
    Map<HostKey, List<Claim>> claims = new HashMap<>();
    for (Claim claim : inventory().claims()) {
      claims.computeIfAbsent(claim.host(), host -> new ArrayList<>()).add(claim);
    }
    reports += 10;
    for (HostState host : inventory().snapshot().hosts()) {
      Facts facts = nodes.get(host.key());
      if (facts != null && !silent.contains(host.key().toString())) {
        inventory()
            .report(
                Node.report(
                    host.key(), facts, reports, claims.getOrDefault(host.key(), List.of())));
      }
    }
  }

  void reconfigure(int which, Facts policy) {
    schedulers.get(which).reconfigure(configuration(policy));
    policies.set(which, policy);
  }

  /** Takes over the state in a new process. */
  void restart() {
    InventoryExport export = inventory().export();
    start();
    inventory().restore(export);
    kept = inventory().snapshot();
  }

  void keep() {
    kept = inventory().snapshot();
  }

  /** Returns a snapshot of some time ago. */
  ClusterSnapshot kept() {
    return kept;
  }

  /** Returns an answer as values; what explains it is computed now, or at the end, as is asked. */
  Object answered(List<Ask> asks, SchedulingResult result) {
    mix.answered(asks, policies.get(whose(asks.get(0))), result);
    if (asks.get(0).facts().has("late")) {
      late.add(result);
      return result.getClass().getSimpleName();
    }
    return Answers.of(result);
  }

  /** Returns what is left to compare when a history has ended. */
  Object end() {
    List<Object> answers = new ArrayList<>();
    late.forEach(result -> answers.add(Answers.of(result)));
    return Map.of(
        "late answers", answers,
        "hosts", inventory().snapshot().hosts(),
        "export", inventory().export());
  }
}
