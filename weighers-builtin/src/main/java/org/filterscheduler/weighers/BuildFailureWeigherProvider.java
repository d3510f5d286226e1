package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Avoids hosts on which builds failed of late. The multiplier is so high that no other weigher
 * outbids a failure; it is turned negative here, as in Nova.
 */
public final class BuildFailureWeigherProvider implements HostWeigherProvider {
  static final String NAME = "BuildFailureWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.of(NAME, 1_000_000.0, "build_failure_weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public BuildFailureWeigherProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(MULTIPLIER);
  }

  @Override
  public HostWeigher create(PluginContext context) {
    return FigureWeigher.of(HostFigure.FAILED_BUILDS, -context.option(MULTIPLIER));
  }
}
