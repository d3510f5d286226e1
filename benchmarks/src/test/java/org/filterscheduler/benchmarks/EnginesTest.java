package org.filterscheduler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures can only be compared between engines that do the same. */
final class EnginesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 250})
  void engines_inSteadyState_chooseTheSameHostAtEveryStep(int hosts) {
    Spread spread = new Spread(hosts, hosts);
    Engine loop = new LoopEngine(spread);
    Engine floor = new FloorEngine(spread);
    Engine library = new LibraryEngine(spread, DecisionBenchmark.configuration());
    SteadyState byLoop = new SteadyState(spread, loop);
    SteadyState byFloor = new SteadyState(spread, floor);
    SteadyState byLibrary = new SteadyState(spread, library);
    for (int step = 0; step < 2_000; step++) {
      int host = byLoop.step();
      assertThat(byFloor.step()).as("floor, step %d", step).isEqualTo(host);
      assertThat(byLibrary.step()).as("library, step %d", step).isEqualTo(host);
    }
    for (int host = 0; host < hosts; host++) {
      assertThat(floor.books(host)).isEqualTo(loop.books(host));
      assertThat(library.books(host)).isEqualTo(loop.books(host));
    }
  }
}
