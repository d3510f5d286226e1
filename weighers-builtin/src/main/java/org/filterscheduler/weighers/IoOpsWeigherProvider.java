package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Avoids hosts with many builds, resizes and migrations under way: the default multiplier is below
 * 0.
 */
public final class IoOpsWeigherProvider implements HostWeigherProvider {
  static final String NAME = "IoOpsWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.movedFromDefault(NAME, -1.0, "io_ops_weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public IoOpsWeigherProvider() {}

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
    return FigureWeigher.fromZero(HostFigure.IO_OPERATIONS, context.option(MULTIPLIER));
  }
}
