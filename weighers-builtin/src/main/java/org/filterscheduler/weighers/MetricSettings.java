package org.filterscheduler.weighers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.filterscheduler.spi.nova.NovaNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code metrics.weight-setting}, read.
 *
 * @param ratios the entries that say something, in order; a name may come twice and then counts
 *     twice
 * @param malformed the others, as they were written
 */
record MetricSettings(List<MetricRatio> ratios, List<String> malformed) {
  MetricSettings {
    ratios = List.copyOf(ratios);
    malformed = List.copyOf(malformed);
  }

  static MetricSettings parse(List<String> entries) {
    List<MetricRatio> ratios = new ArrayList<>();
    List<String> malformed = new ArrayList<>();
    for (String entry : entries) {
      MetricRatio ratio = parse(entry);
      if (ratio == null) {
        malformed.add(entry);
      } else {
        ratios.add(ratio);
      }
    }
    return new MetricSettings(ratios, malformed);
  }

  String warning() {
    return "metrics.weight-setting "
        + malformed
        + " must be entries name=ratio with a number as ratio; these are ignored.";
  }

  private static @Nullable MetricRatio parse(String entry) {
    int equals = entry.indexOf('=');
    if (equals < 1) {
      return null;
    }
    OptionalDouble ratio = NovaNumbers.parseDouble(entry.substring(equals + 1));
    // Nova takes inf and nan too, and then compares weights that are no numbers.
    return ratio.isPresent() && Double.isFinite(ratio.getAsDouble())
        ? new MetricRatio(entry.substring(0, equals), ratio.getAsDouble())
        : null;
  }
}
