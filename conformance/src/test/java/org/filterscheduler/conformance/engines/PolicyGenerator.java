package org.filterscheduler.conformance.engines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes up policies, as the options that set them. */
final class PolicyGenerator {
  private static final List<String> TEN =
      List.of(
          "RetryFilter",
          "AvailabilityZoneFilter",
          "RamFilter",
          "DiskFilter",
          "CoreFilter",
          "ComputeFilter",
          "ComputeCapabilitiesFilter",
          "ImagePropertiesFilter",
          "ServerGroupAntiAffinityFilter",
          "ServerGroupAffinityFilter");
  private static final List<String> PIKE =
      List.of(
          "RAMWeigher",
          "DiskWeigher",
          "IoOpsWeigher",
          "MetricsWeigher",
          "PCIWeigher",
          "ServerGroupSoftAffinityWeigher",
          "ServerGroupSoftAntiAffinityWeigher",
          "BuildFailureWeigher");

  /** Weighers that tell few hosts apart. */
  private static final List<String> COARSE =
      List.of(
          "PCIWeigher",
          "MetricsWeigher",
          "BuildFailureWeigher",
          "ServerGroupSoftAffinityWeigher",
          "ServerGroupSoftAntiAffinityWeigher",
          "HugeWeigher",
          "FlatWeigher",
          "CoarseWeigher",
          "FloorWeigher",
          "NearWeigher",
          "FarWeigher",
          "SilentWeigher");

  private static final List<Double> MULTIPLIERS =
      List.of(1.0, 1.0, -1.0, -1.0, 0.0, 0.0, -0.0, 0.5, 3.0, -0.1, 1e-300, -1e-9, 1e300, -1e308);

  private final Random random;

  PolicyGenerator(Random random) {
    this.random = random;
  }

  Facts policy() {
    Facts policy = weighers(Facts.NONE.with("enabled-filters", filters()));
    if (random.nextInt(5) == 0) {
      policy = policy.with("host-subset-size", 2 + random.nextInt(5));
    }
    if (random.nextInt(5) == 0) {
      policy = policy.with("shuffle-best-same-weighed-hosts", true);
    }
    if (random.nextInt(6) == 0) {
      policy = policy.with("on-plugin-failure", "fail-request");
    }
    if (random.nextInt(8) == 0) {
      policy = policy.with("compatibility", "pike");
    }
    if (random.nextInt(6) == 0) {
      policy = policy.with("index", false); // only the columns, then: no plain decision differs
    }
    return policy;
  }

  private List<String> filters() {
    List<String> filters = new ArrayList<>(random.nextInt(3) == 0 ? some(TEN, 6) : TEN);
    if (random.nextInt(4) == 0) {
      filters.add("RackAntiAffinityFilter");
    }
    if (random.nextInt(3) > 0) {
      filters.addAll(some(ThirdPartyFilters.names(ThirdPartyFilters.SOUND), 8));
    }
    if (random.nextInt(5) == 0) {
      filters.addAll(some(ThirdPartyFilters.names(ThirdPartyFilters.UNSOUND), 1));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(filters, random);
    }
    return List.copyOf(filters);
  }

  /** Mostly several weighers; the more they tell hosts apart, the fewer the ties. */
  private Facts weighers(Facts policy) {
    List<String> weighers = new ArrayList<>();
    int what = random.nextInt(8);
    if (what == 0) {
      weighers.add("RAMWeigher");
    } else if (what < 2) {
      weighers.addAll(PIKE);
    } else if (what < 6) {
      weighers.addAll(some(COARSE, 5));
    } else {
      weighers.addAll(some(PIKE, 2));
      weighers.addAll(some(ThirdPartyWeighers.names(ThirdPartyWeighers.SOUND), 3));
    }
    if (random.nextInt(6) == 0) {
      weighers.addAll(some(ThirdPartyWeighers.names(ThirdPartyWeighers.UNSOUND), 1));
    }
    Facts all = policy.with("enabled-weighers", List.copyOf(weighers));
    for (String weigher : weighers) {
      if (!weigher.equals("MetricsWeigher") && random.nextInt(3) == 0) {
        double multiplier = any(MULTIPLIERS);
        // The one weigher that may not be turned round.
        boolean absolute = weigher.equals("PCIWeigher") && multiplier < 0;
        all = all.with("weighers." + weigher + ".multiplier", absolute ? 0.25 : multiplier);
      }
    }
    return random.nextInt(6) == 0 ? all.with("metrics.weight-setting", List.of("heat=-1.5")) : all;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Returns up to some of the choices, in any order. */
  private List<String> some(List<String> choices, int most) {
    List<String> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(choices.size(), 1 + random.nextInt(most)));
  }
}
