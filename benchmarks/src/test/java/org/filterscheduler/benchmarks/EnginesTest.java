package org.filterscheduler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures can only be compared between engines that do the same. */
final class EnginesTest {
  private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "spread, 1",
    "spread, 2",
    "spread, 7",
    "spread, 100",
    "spread, 250",
    "full, 1",
    "full, 3",
    "full, 100",
    "pike, 1",
    "pike, 2",
    "pike, 7",
    "pike, 100",
    "packing, 1",
    "packing, 7",
    "packing, 100"
  })
  void engines_inSteadyState_chooseTheSameHostAtEveryStep(String name, int hosts) {
    Workload workload = Workload.of(name);
    Spread spread = workload.spread(hosts);
    assertSame(spread, library(workload, spread), workload.engine("loop", spread), 1_000);
  }

  @ParameterizedTest
  @CsvSource({"spread, 1", "spread, 7", "spread, 250", "full, 1", "full, 100"})
  void floor_inSteadyState_choosesTheHostOfTheLoop(String name, int hosts) {
    Workload workload = Workload.of(name);
    Spread spread = workload.spread(hosts);
    assertSame(spread, workload.engine("floor", spread), workload.engine("loop", spread), 5_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void fenzo_oneTaskAtATime_choosesTheHostOfTheLoop(int hosts) {
    Spread spread = Workload.SPREAD.spread(hosts);
    try (FenzoEngine fenzo = new FenzoEngine(spread)) {
      assertSame(spread, fenzo, new LoopEngine(spread), 1_000);
    }
  }

  @Test
  void fenzo_inBatches_choosesTheHostsThatTheLoopChoosesOneByOne() {
    Spread spread = Workload.SPREAD.spread(100);
    LoopEngine loop = new LoopEngine(spread);
    try (FenzoEngine fenzo = new FenzoEngine(spread)) {
      SteadyState byFenzo = new SteadyState(spread, fenzo);
      SteadyState byLoop = new SteadyState(spread, loop);
      for (int batch = 0; batch < 20; batch++) {
        int[] expected = byLoop.batch(oneByOne(loop), 100);
        assertThat(byFenzo.batch(fenzo, 100)).as("batch %d", batch).isEqualTo(expected);
      }
      assertSameBooks(spread, fenzo, loop);
    }
  }

  @Test
  void alternates_ofEachDecision_areTwo() {
    Spread spread = Workload.ALTERNATES.spread(10);
    LibraryEngine library = library(Workload.ALTERNATES, spread);
    assertSame(spread, library, new LoopEngine(spread), 100);
    assertThat(library.alternatesSeen()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"spread, 0.5", "full, 0.95"})
  void hosts_atTheStart_areAsFullAsTheWorkloadSays(String name, double share) {
    Spread spread = Workload.of(name).spread(1_000);
    LoopEngine loop = new LoopEngine(spread);
    long used = 0;
    for (int host = 0; host < spread.hosts; host++) {
      used += Spread.RAM_MB - loop.books(host)[0];
    }
    assertThat(used / (1.5 * Spread.RAM_MB * spread.hosts)).isBetween(share - 0.01, share + 0.01);
  }

  private static LibraryEngine library(Workload workload, Spread spread) {
    return LibraryEngine.of(workload, "fast", spread, STILL);
  }

  private static void assertSame(Spread spread, Engine tested, Engine loop, int steps) {
    SteadyState byLoop = new SteadyState(spread, loop);
    SteadyState byTested = new SteadyState(spread, tested);
    List<Integer> expected = new ArrayList<>();
    List<Integer> actual = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      expected.add(byLoop.step());
      actual.add(byTested.step());
    }
    assertThat(actual).isEqualTo(expected);
    assertSameBooks(spread, tested, loop);
  }

  private static void assertSameBooks(Spread spread, Engine tested, Engine loop) {
    for (int host = 0; host < spread.hosts; host++) {
      assertThat(tested.books(host)).as("books of host %d", host).isEqualTo(loop.books(host));
    }
  }

  private static BatchEngine oneByOne(Engine engine) {
    return new BatchEngine() {
      @Override
      public int[] placeAll(int first, int count) {
        int[] hosts = new int[count];
        for (int i = 0; i < count; i++) {
          hosts[i] = engine.place((first + i) & (Spread.REQUESTS - 1));
        }
        return hosts;
      }

      @Override
      public int place(int r) {
        return engine.place(r);
      }

      @Override
      public void book(int host, int flavor, int sign) {
        engine.book(host, flavor, sign);
      }

      @Override
      public long[] books(int host) {
        return engine.books(host);
      }
    };
  }
}
