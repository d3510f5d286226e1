package org.filterscheduler.conformance.engines;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.conformance.Engine;
import org.filterscheduler.conformance.engines.Comparison.Difference;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.StateCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * The comparison finds what an index could do wrong, and shows it in few steps. Here it is a plain
 * engine with a plug-in that does what a stale index would do.
 */
final class MutantsTest {
  static {
    ((Logger) LoggerFactory.getLogger(FilterScheduler.class)).setAdditive(false);
    ((Logger) LoggerFactory.getLogger(HostInventory.class)).setAdditive(false);
  }

  private static final int HISTORIES = 200;
  private static final int FEW_STEPS = 10;

  @Test
  void verdictsThatOutliveADescription_areFound() {
    assertFound(
        () -> {
          Map<String, Boolean> verdicts = new HashMap<>();
          return filter(
              "TierFilter",
              check ->
                  check instanceof DescriptionCheck fresh
                      ? new Mutant(
                          host ->
                              verdicts.computeIfAbsent(
                                  host.key() + " " + fresh, key -> fresh.test(host.description())),
                          host -> fresh.reason(host.description()))
                      : check);
        });
  }

  @Test
  void headroomsThatOutliveAClaim_areFound() {
    assertFound(
        () -> {
          Map<HostKey, Double> headrooms = new HashMap<>();
          return filter(
              "BoundlessFilter",
              check ->
                  mutant(
                      check,
                      (host, sound) ->
                          headrooms.computeIfAbsent(
                                  host.key(), key -> sound.dimension().headroom(host))
                              >= sound.demand()));
        });
  }

  @Test
  void boundsThatAreOffByOne_areFound() {
    assertFound(
        () ->
            filter(
                "GpuFilter",
                check ->
                    mutant(
                        check,
                        (host, sound) -> sound.dimension().headroom(host) > sound.demand())));
  }

  @Test
  void metricsThatOutliveAClaim_areFound() {
    assertFound(
        () -> {
          Map<HostKey, Double> weights = new HashMap<>();
          HostMetric coarse = ThirdPartyWeighers.Metric.COARSE;
          return weigher(
              "CoarseWeigher",
              host -> weights.computeIfAbsent(host.key(), key -> coarse.value(host)));
        });
  }

  @Test
  void tiesThatGoToTheLastHost_areFound() {
    assertFound(() -> weigher("FlatWeigher", host -> 42 + 1e-9 * host.description().position()));
  }

  /** A check that gives other verdicts, and the reasons of the one in whose place it is. */
  private record Mutant(Predicate<HostState> verdict, Function<HostState, Reason> reasons)
      implements StateCheck {
    @Override
    public boolean test(HostState host) {
      return verdict.test(host);
    }

    @Override
    public Reason reason(HostState host) {
      return reasons.apply(host);
    }
  }

  private static HostCheck mutant(HostCheck check, BiPredicate<HostState, CapacityCheck> verdict) {
    if (check instanceof HostCheck.Limited limited) {
      return mutant(limited.check(), verdict).withLimits(limited.writer());
    }
    return check instanceof CapacityCheck sound
        ? new Mutant(host -> verdict.test(host, sound), sound::reason)
        : check;
  }

  private static Plugins filter(String name, UnaryOperator<HostCheck> mutation) {
    List<ThirdPartyFilters.Provider> filters = new ArrayList<>();
    for (ThirdPartyFilters.Provider filter : ThirdPartyFilters.SOUND) {
      filters.add(
          filter.name().equals(name)
              ? new ThirdPartyFilters.Provider(
                  name, (request, cluster) -> mutation.apply(filter.prepare(request, cluster)))
              : filter);
    }
    return Comparison.plugins(filters, ThirdPartyWeighers.SOUND);
  }

  private static Plugins weigher(String name, HostMetric mutant) {
    List<ThirdPartyWeighers.Provider> weighers = new ArrayList<>(ThirdPartyWeighers.SOUND);
    weighers.removeIf(weigher -> weigher.name().equals(name));
    weighers.add(new ThirdPartyWeighers.Provider(name, (request, cluster) -> mutant));
    return Comparison.plugins(ThirdPartyFilters.SOUND, weighers);
  }

  private static void assertFound(Supplier<Plugins> mutant) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      History history = History.of(seed);
      Difference difference = compare(history, mutant.get());
      if (difference != null) {
        Shrinker shrinker =
            new Shrinker(history, difference, smaller -> compare(smaller, mutant.get()));
        History smallest = shrinker.shrink();
        assertThat(smallest.steps()).as("%s", smallest).hasSizeLessThanOrEqualTo(FEW_STEPS);
        return;
      }
    }
    throw new AssertionError("No difference was found in " + HISTORIES + " histories.");
  }

  private static @Nullable Difference compare(History history, Plugins mutant) {
    return new Comparison(Engine.PLAIN, Comparison.PLUGINS, mutant).of(history, Mix.NONE);
  }
}
