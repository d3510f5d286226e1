package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Keeps hosts with many free PCI devices for the instances that need them: a host with none has the
 * highest raw weight, 100, and one with 99 or more the lowest, 1.
 */
public final class PciWeigherProvider implements HostWeigherProvider {
  static final String NAME = "PCIWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.of(NAME, 1.0, "pci_weight_multiplier").mustBe("0 or more", value -> value >= 0);

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public PciWeigherProvider() {}

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
    return FigureWeigher.of(HostFigure.PCI_SCARCITY, context.option(MULTIPLIER));
  }
}
