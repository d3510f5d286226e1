package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.filterscheduler.api.RequestKind;

/** Makes up requests: most ask for little that is unusual, some for what nobody has. */
final class AskGenerator {
  private static final List<String> POLICIES =
      List.of(
          "anti-affinity",
          "anti-affinity",
          "affinity",
          "soft-affinity",
          "soft-anti-affinity",
          "rack-anti-affinity");

  private final Random random;
  private final List<String> hosts;
  private int id;

  AskGenerator(Random random, List<String> hosts) {
    this.random = random;
    this.hosts = hosts;
  }

  Ask ask() {
    id++;
    Facts facts = random.nextInt(4) == 0 ? Facts.NONE.with("mem", 1024) : Facts.NONE;
    if (random.nextInt(6) == 0) {
      facts = facts.with("instances", 2 + random.nextInt(3));
    }
    if (random.nextInt(6) == 0) {
      facts = grouped(facts);
    }
    int unusual = random.nextInt(6) / 2;
    for (int i = 0; i < unusual; i++) {
      facts = random.nextInt(6) == 0 ? named(facts) : different(facts);
    }
    if (random.nextInt(80) == 0) {
      facts = facts.with("zone", "zone4"); // which nobody is in
    }
    if (random.nextInt(8) == 0) {
      facts = facts.with("late", true);
    }
    return new Ask(id, random.nextInt(4) == 0 ? facts.with("second", true) : facts);
  }

  private String host() {
    return random.nextInt(12) == 0 ? "nobody" : hosts.get(random.nextInt(hosts.size()));
  }

  private String service() {
    return Node.key(host()).host();
  }

  private Facts grouped(Facts facts) {
    int which = random.nextInt(POLICIES.size());
    String group = "g" + which + random.nextInt(2);
    Facts grouped = facts.with("group", group).with("policies", List.of(POLICIES.get(which)));
    if (random.nextInt(4) == 0) {
      grouped = grouped.with("group-hosts", List.of(service(), service()));
    }
    if (random.nextInt(4) == 0) {
      grouped = grouped.with("members", List.of("i" + random.nextInt(id) + ".0"));
    }
    return random.nextInt(6) == 0 ? grouped.with("max-per-host", "2") : grouped;
  }

  /** Names hosts. */
  private Facts named(Facts facts) {
    return switch (random.nextInt(9)) {
      case 0 -> facts.with("force-hosts", List.of(service()));
      case 1 -> facts.with("force-nodes", List.of(Node.key(host()).node()));
      case 2 -> facts.with("ignore", services());
      case 3 -> facts.with("destination", host());
      case 4 -> facts.with("attempt", 2 + random.nextInt(3)).with("tried", keys());
      case 5 -> facts.with("hint:on", keys());
      case 6 -> facts.with("hint:not-on", keys());
      case 7 -> facts.with("hint:near", List.of("i" + random.nextInt(id) + ".0"));
      default -> facts.with("hint:liked", keys());
    };
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String host = host();
      if (!keys.contains(host)) {
        keys.add(host);
      }
    }
    return List.copyOf(keys);
  }

  private List<String> services() {
    return keys().stream().map(name -> Node.key(name).host()).toList();
  }

  private Facts different(Facts facts) {
    return switch (random.nextInt(27)) {
      case 0, 1 -> facts.with("zone", "zone" + (1 + random.nextInt(4)));
      case 2 -> facts.with("zone", "nova");
      case 3, 4, 25, 26 ->
          facts.with("hint:tier", List.of(random.nextBoolean() ? "gold" : "silver"));
      case 5 -> facts.with("spec:version", random.nextInt(4));
      case 6, 7 -> facts.with("spec:resources:CUSTOM_GPU", 1 + random.nextInt(2));
      case 8 -> facts.with("spec:resources:MEMORY_MB", 100 * (1 + random.nextInt(9)));
      case 9 -> facts.with("spec:capabilities:tier", "gold");
      case 10 -> facts.with("spec:hypervisor_version", ">= " + random.nextInt(4));
      case 11 -> facts.with("image:architecture", random.nextInt(3) == 0 ? "aarch64" : "x86_64");
      case 12 -> facts.with("image:vm_mode", random.nextInt(3) == 0 ? "nonsense" : "hvm");
      case 13 -> facts.with("cpus", 1 + random.nextInt(6));
      case 14 -> facts.with("root", 1 + random.nextInt(30)).with("swap", random.nextInt(300));
      case 15 -> facts.with("ephemeral", random.nextInt(30));
      case 16 -> facts.with("seed", random.nextInt(1000));
      case 17 -> facts.with("spec:slot", "yes");
      case 18 -> facts.with("kind", kind());
      case 19 -> facts.with("instance", "i" + (1 + random.nextInt(id)) + ".0");
      case 20, 23 -> facts.with("hint:never", List.of("yes"));
      case 21 -> facts.with("one-uuid", true);
      case 22 -> facts.with("mem", 1024 * (4 + random.nextInt(6)));
      default -> facts.with("spec:resources:CUSTOM_FPGA", random.nextInt(2));
    };
  }

  private String kind() {
    RequestKind[] kinds = RequestKind.values();
    return random.nextBoolean()
        ? RequestKind.REBUILD.name()
        : kinds[random.nextInt(kinds.length)].name();
  }
}
