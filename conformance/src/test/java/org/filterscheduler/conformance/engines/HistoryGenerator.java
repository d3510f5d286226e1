package org.filterscheduler.conformance.engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.conformance.engines.Step.Claimed.Deed;

/** Makes up one history: some kinds of hosts, many equal ones of each, and 200 steps. */
final class HistoryGenerator {
  static final int STEPS = 200;

  private final Random random;
  private final AskGenerator asks;
  private final PolicyGenerator policies;
  private final List<String> hosts = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<Facts> kinds = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<String> claims = new ArrayList<>(); // that may be active

  HistoryGenerator(Random random) {
    this.random = random;
    this.asks = new AskGenerator(random, hosts);
    this.policies = new PolicyGenerator(random);
  }

  History history() {
    Facts first = policies.policy();
    Facts second = policies.policy();
    cluster();
    int end = steps.size() + STEPS;
    int removal = steps.size() + 20 + random.nextInt(60);
    stepsBefore(removal);
    remove();
    stepsBefore(removal + 40);
    comeBack();
    stepsBefore(end);
    return new History(random.nextInt(4) == 0, first, second, steps.subList(0, end));
  }

  private void stepsBefore(int end) {
    while (steps.size() < end) {
      step();
    }
  }

  private void cluster() {
    int size = random.nextInt(60) == 0 ? 300 + random.nextInt(60) : 5 + random.nextInt(26);
    int differentKinds = 1 + random.nextInt(4) / 2;
    for (int i = 0; i < differentKinds; i++) {
      kinds.add(NodeGenerator.kind(random));
    }
    for (int i = 0; i < size; i++) {
      String name = i % 9 == 8 ? "h" + (i - 1) + "/n2" : "h" + i;
      hosts.add(name);
      steps.add(new Step.Report(name, kinds.get(i % differentKinds)));
    }
    for (int i = 0; i < 4; i++) {
      steps.add(aggregate());
    }
  }

  private String host() {
    return hosts.get(random.nextInt(hosts.size()));
  }

  private void step() {
    int what = random.nextInt(100);
    if (what < 44) {
      select();
    } else if (what < 50) {
      dryRun();
    } else if (what < 55) {
      read();
    } else if (what < 71) {
      claimed();
    } else if (what < 83) {
      report();
    } else if (what < 90) {
      pass();
    } else {
      rare();
    }
  }

  private void select() {
    List<Ask> together = new ArrayList<>();
    int count = random.nextInt(20) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < count; i++) {
      together.add(asks.ask());
    }
    Step.Select select = new Step.Select(List.copyOf(together));
    steps.add(select);
    for (Ask ask : together) {
      claims.addAll(ask.request().claimIds());
    }
    if (random.nextInt(25) == 0) {
      steps.add(select); // delivered twice
    }
  }

  private void dryRun() {
    steps.add(
        new Step.DryRun(
            asks.ask(),
            random.nextBoolean() ? List.of(host()) : List.of(),
            random.nextBoolean() ? NodeGenerator.kind(random) : kinds.get(0),
            random.nextBoolean() ? List.of(host()) : List.of(),
            random.nextInt(3) == 0));
  }

  private void read() {
    switch (random.nextInt(5)) {
      case 0, 1 -> steps.add(new Step.Recommend(asks.ask(), 1 + random.nextInt(5)));
      case 2 -> steps.add(new Step.Explain(asks.ask()));
      case 3 -> steps.add(Step.Whole.KEEP_SNAPSHOT);
      default -> steps.add(Step.Whole.ADVANCE);
    }
  }

  private void claimed() {
    if (claims.isEmpty()) {
      select();
      return;
    }
    int which = random.nextInt(claims.size());
    int what = random.nextInt(20);
    Deed deed =
        what < 11 ? Deed.RELEASE : what < 17 ? Deed.CONFIRM : what < 19 ? Deed.RENEW : Deed.MOVE;
    String claim = deed == Deed.RELEASE ? claims.remove(which) : claims.get(which);
    steps.add(new Step.Claimed(deed, claim));
  }

  private void report() {
    int what = random.nextInt(12);
    if (what < 2) {
      List<String> silent = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        silent.add(host());
        silent.add(host());
      }
      steps.add(new Step.ReportAllBut(List.copyOf(silent)));
    } else if (what == 2) {
      newcomer();
    } else {
      steps.add(new Step.Report(host(), facts()));
    }
  }

  private Facts facts() {
    Facts kind = kinds.get(random.nextInt(kinds.size()));
    return random.nextInt(4) == 0 ? NodeGenerator.changed(kind, random) : kind;
  }

  private void newcomer() {
    String name = "h" + (hosts.size() + gone.size());
    if (!hosts.contains(name) && !gone.contains(name)) {
      hosts.add(name);
    }
    steps.add(new Step.Report(name, facts()));
  }

  private void pass() {
    int[] seconds = {1, 1, 5, 10, 10, 20, 30, 59, 61, 90, 200};
    int passed = seconds[random.nextInt(seconds.length)];
    steps.add(new Step.Pass(Duration.ofSeconds(passed)));
    if (passed > 20 && random.nextInt(5) > 0) {
      steps.add(new Step.ReportAllBut(random.nextBoolean() ? List.of() : List.of(host(), host())));
    }
  }

  private void rare() {
    int what = random.nextInt(20);
    if (what < 2) {
      remove();
    } else if (what < 5) {
      comeBack();
    } else if (what < 14) {
      steps.add(change());
    } else if (what < 18) {
      steps.add(new Step.Reconfigure(random.nextInt(2), policies.policy()));
    } else if (what == 18 && random.nextInt(4) == 0) {
      steps.add(Step.Whole.RESTART);
    } else {
      steps.add(Step.Whole.KEEP_SNAPSHOT);
    }
  }

  private void remove() {
    if (hosts.size() > 2) {
      String host = hosts.remove(random.nextInt(hosts.size()));
      gone.add(host);
      steps.add(new Step.Change(new OperatorChange.HostRemoved(Node.key(host))));
    } else {
      comeBack();
    }
  }

  private void comeBack() {
    String host = gone.isEmpty() ? host() : gone.remove(random.nextInt(gone.size()));
    if (!hosts.contains(host)) {
      hosts.add(host);
    }
    steps.add(new Step.Report(host, facts()));
  }

  private Step change() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> aggregate();
      case 3 -> new Step.Change(new OperatorChange.AggregateRemoved(1 + random.nextInt(6)));
      case 4 -> new Step.Change(new OperatorChange.ServiceDisabled(service(), "for repair"));
      case 5, 6 -> new Step.Change(new OperatorChange.ServiceEnabled(service()));
      case 7 ->
          new Step.Change(new OperatorChange.ServiceForcedDown(service(), random.nextInt(3) == 0));
      default ->
          new Step.Change(
              new OperatorChange.RatiosSet(
                  Node.key(host()),
                  random.nextBoolean()
                      ? Map.of()
                      : Map.of(ResourceClass.MEMORY_MB, 1 + random.nextInt(3) / 2.0)));
    };
  }

  private String service() {
    return Node.key(host()).host();
  }

  /** Zones and racks. */
  private Step aggregate() {
    int id = 1 + random.nextInt(6);
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("rack", "rack" + id);
    if (id < 4) {
      metadata.put("availability_zone", "zone" + id);
    }
    if (random.nextInt(3) == 0) {
      metadata.put("ssd", "true");
    }
    Set<String> members = new TreeSet<>();
    for (String host : hosts) {
      if (random.nextInt(3) == 0) {
        members.add(Node.key(host).host());
      }
    }
    return new Step.Change(
        new OperatorChange.AggregateSet(new Aggregate(id, "a" + id, metadata), members));
  }
}
