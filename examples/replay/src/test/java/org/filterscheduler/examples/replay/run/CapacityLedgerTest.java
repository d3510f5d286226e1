package org.filterscheduler.examples.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CapacityLedgerTest {
  private final CapacityLedger ledger = new CapacityLedger();

  CapacityLedgerTest() {
    ledger.add(new TraceNode("a", 1000, 100, 1, "T4"), 2.0, 1.0);
    ledger.add(new TraceNode("b", 1000, 100, 0, ""), 2.0, 1.0);
  }

  @Test
  void place_upToTheCapacity_isNoViolation() {
    ledger.place(pod("p", 2000, 100, 1000, 0), "a");

    assertThat(ledger.violations()).isEmpty();
  }

  @Test
  void place_aboveTheCapacity_namesHostPodAndFigures() {
    ledger.place(pod("p", 1500, 10, 0, 0), "a");
    ledger.place(pod("q", 501, 10, 0, 1), "a");
    ledger.place(pod("r", 0, 10, 1, 2), "b");

    assertThat(ledger.violations())
        .containsExactly(
            "a is above its capacity of cpu after q: 2001 of 2000.0 milli-cores",
            "b is above its capacity of gpu after r: 1 of 0.0 milli-GPUs");
  }

  @Test
  void place_samePodTwice_isAViolation() {
    ledger.place(pod("p", 1, 1, 0, 0), "a");
    ledger.place(pod("p", 1, 1, 0, 0), "b");

    assertThat(ledger.violations()).containsExactly("p was placed twice");
  }

  @Test
  void peaks_afterDepartures_areTheMostAtOneTime() {
    TracePod first = pod("p", 700, 10, 0, 5);
    ledger.place(first, "a");
    ledger.place(pod("q", 200, 20, 0, 6), "b");
    ledger.remove(first);
    ledger.place(pod("r", 600, 30, 0, 9), "a");

    assertThat(ledger.peaks())
        .containsExactly(
            new CapacityLedger.Peak("cpu", "milli-cores", 900, 4000, 6),
            new CapacityLedger.Peak("memory", "MiB", 50, 200, 9),
            new CapacityLedger.Peak("gpu", "milli-GPUs", 0, 1000, 0));
  }

  @Test
  void remove_podThatWasRefused_changesNothing() {
    ledger.remove(pod("nobody", 1, 1, 0, 0));

    assertThat(ledger.peaks()).allMatch(peak -> peak.used() == 0);
  }

  private static TracePod pod(String name, int cpu, long memory, long gpuMilli, long created) {
    return new TracePod(name, cpu, memory, 1, gpuMilli, "", created, TimedRequest.NEVER);
  }
}
