package org.filterscheduler.core;

import java.time.Duration;
import java.util.function.Consumer;
import org.filterscheduler.spi.OptionSpec;

/** Makes the settings of an inventory of checked options. */
final class InventoryOptions {
  private InventoryOptions() {}

  static InventorySettings settings(OptionValues values, Consumer<String> warn) {
    return new InventorySettings(
        ratio(values, EngineOptions.RAM_ALLOCATION_RATIO),
        ratio(values, EngineOptions.CPU_ALLOCATION_RATIO),
        ratio(values, EngineOptions.DISK_ALLOCATION_RATIO),
        serviceDownTime(values, warn),
        values.get(EngineOptions.CLAIM_TIMEOUT),
        values.get(EngineOptions.CLAIM_MEMORY),
        Math.toIntExact(values.get(EngineOptions.CLAIM_MEMORY_LIMIT)));
  }

  /** Nova's options are 0.0 by default, which stands for the built-in ratio. */
  private static double ratio(OptionValues values, OptionSpec<Double> option) {
    double ratio = values.get(option);
    return ratio == 0 ? option.defaultValue() : ratio;
  }

  /** As Nova does at start: hosts must have the time to report at least twice. */
  private static Duration serviceDownTime(OptionValues values, Consumer<String> warn) {
    Duration down = values.get(EngineOptions.SERVICE_DOWN_TIME);
    Duration interval = values.get(EngineOptions.REPORT_INTERVAL);
    if (down.compareTo(interval) > 0) {
      return down;
    }
    Duration longer = interval.multipliedBy(5).dividedBy(2);
    // Nova's figures are whole seconds; shorter intervals are ours, and keep their fraction
    Duration used =
        interval.compareTo(Duration.ofSeconds(1)) < 0
            ? longer
            : Duration.ofSeconds(longer.toSeconds());
    warn.accept(
        values.about(EngineOptions.SERVICE_DOWN_TIME, down)
            + " must be longer than report-interval ("
            + OptionTypes.write(interval)
            + "); "
            + OptionTypes.write(used)
            + " is used.");
    return used;
  }
}
