package org.filterscheduler.conformance.engines;

import java.util.Random;

/** Makes up what hosts report. */
final class NodeGenerator {
  private NodeGenerator() {}

  /** Returns what a kind of hosts has in common. */
  static Facts kind(Random random) {
    Facts facts = Facts.NONE.with("mem", 1024 * (2 + random.nextInt(6)));
    if (random.nextBoolean()) {
      facts = facts.with("version", random.nextInt(4));
    }
    if (random.nextInt(3) > 0) {
      facts = facts.with("gpu", random.nextInt(5));
    }
    if (random.nextBoolean()) {
      facts = facts.with("tier", tier(random));
    }
    if (random.nextInt(3) == 0) {
      facts = facts.with("slots", 1 + random.nextInt(4));
    }
    if (random.nextInt(4) == 0) {
      facts = facts.with("cpus", 1 + random.nextInt(8));
    }
    return random.nextInt(3) == 0 ? facts : facts.with("list", 1);
  }

  private static String tier(Random random) {
    String[] tiers = {"gold", "gold", "silver", "silver", Checks.ODD};
    return tiers[random.nextInt(tiers.length)];
  }

  /** Returns the same with one thing different. */
  static Facts changed(Facts kind, Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> kind.with("version", random.nextInt(4));
      case 1, 2 -> kind.with("tier", tier(random));
      case 3 -> kind.with("gpu", random.nextInt(5));
      case 4 -> kind.with("mem", 512 * random.nextInt(16));
      case 5 -> kind.with("used-mem", 512 * random.nextInt(6));
      case 6 -> kind.with("used-cpus", random.nextInt(30));
      case 7 -> kind.with("disk", random.nextInt(60));
      case 8 -> kind.with("ops", random.nextInt(7));
      case 9 -> kind.with("failed", random.nextInt(4));
      case 10 -> kind.with("heat", random.nextInt(90));
      case 11 -> kind.with("arm", true);
      case 12 -> kind.with("ratio", random.nextInt(4));
      case 13 -> kind.with("pci", random.nextInt(4));
      case 14 -> kind.with("least", random.nextInt(30) - 2);
      case 15 -> kind.with("late-by", 10 * random.nextInt(6));
      case 16 -> kind.with("boot", "b" + random.nextInt(3));
      case 17 -> kind.with("list", random.nextInt(3));
      case 18 -> kind.with("reserved", 512 * random.nextInt(3));
      default ->
          random.nextInt(4) == 0
              ? kind.with("uninitialised", true)
              : kind.with("slots", random.nextInt(4));
    };
  }
}
