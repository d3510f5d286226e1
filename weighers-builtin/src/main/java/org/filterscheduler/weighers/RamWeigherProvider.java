package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Prefers hosts with much free memory, or with little where the multiplier is below 0: that packs.
 */
public final class RamWeigherProvider implements HostWeigherProvider {
  static final String NAME = "RAMWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.movedFromDefault(NAME, 1.0, "ram_weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public RamWeigherProvider() {}

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
    return FigureWeigher.fromZero(HostFigure.FREE_MEMORY_MB, context.option(MULTIPLIER));
  }
}
