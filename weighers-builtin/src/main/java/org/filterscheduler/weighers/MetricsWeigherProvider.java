package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Ranks hosts by what they measured: the sum of the configured metrics, each times its ratio.
 *
 * <p>Entries of {@code metrics.weight-setting} that are no {@code name=ratio} with a finite ratio
 * are left out, and named in one warning.
 */
public final class MetricsWeigherProvider implements HostWeigherProvider {
  static final OptionSpec<List<String>> WEIGHT_SETTING =
      OptionSpec.texts("metrics.weight-setting", List.of())
          .describedAs("The metrics that count, in order, each as name=ratio.")
          .nova("metrics.weight_setting");
  static final OptionSpec<Boolean> REQUIRED =
      OptionSpec.bool("metrics.required", true)
          .describedAs("Whether a host without one of the metrics is a fault.")
          .nova("metrics.required");
  static final OptionSpec<Double> WEIGHT_OF_UNAVAILABLE =
      OptionSpec.number("metrics.weight-of-unavailable", -10_000.0)
          .describedAs(
              "The raw weight of a host without one of the metrics, where none is required.")
          .nova("metrics.weight_of_unavailable");
  static final OptionSpec<Double> MULTIPLIER =
      OptionSpec.number("metrics.weight-multiplier", 1.0)
          .describedAs("What MetricsWeigher counts for; 0 turns it off, below 0 turns it round.")
          .nova("metrics.weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public MetricsWeigherProvider() {}

  @Override
  public String name() {
    return "MetricsWeigher";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(WEIGHT_SETTING, REQUIRED, WEIGHT_OF_UNAVAILABLE, MULTIPLIER);
  }

  @Override
  public HostWeigher create(PluginContext context) {
    MetricSettings settings = MetricSettings.parse(context.option(WEIGHT_SETTING));
    if (!settings.malformed().isEmpty()) {
      context.warnOnce(WEIGHT_SETTING.path(), settings::warning);
    }
    double multiplier = context.option(MULTIPLIER);
    return new MetricsWeigher(
        settings.ratios(),
        context.option(REQUIRED),
        context.option(WEIGHT_OF_UNAVAILABLE),
        multiplier);
  }
}
