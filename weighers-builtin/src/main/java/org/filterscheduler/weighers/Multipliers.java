package org.filterscheduler.weighers;

import org.filterscheduler.spi.OptionSpec;

/** The multiplier options of the weighers, which are all alike. */
final class Multipliers {
  private Multipliers() {}

  /** Returns the option of a weigher that Nova has in the section filter_scheduler. */
  static OptionSpec<Double> of(String weigher, double defaultValue, String novaOption) {
    return OptionSpec.number("weighers." + weigher + ".multiplier", defaultValue)
        .describedAs("What " + weigher + " counts for; 0 turns it off, below 0 turns it round.")
        .nova("filter_scheduler." + novaOption);
  }

  /** Returns such an option that Nova once had, under the same name, in the section DEFAULT. */
  static OptionSpec<Double> movedFromDefault(
      String weigher, double defaultValue, String novaOption) {
    return of(weigher, defaultValue, novaOption).nova("DEFAULT." + novaOption);
  }
}
