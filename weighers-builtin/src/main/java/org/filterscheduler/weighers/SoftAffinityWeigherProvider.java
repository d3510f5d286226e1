package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Prefers the hosts that have many members of the server group, where its policy is {@code
 * soft-affinity}.
 */
public final class SoftAffinityWeigherProvider implements HostWeigherProvider {
  static final String NAME = "ServerGroupSoftAffinityWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.movedFromDefault(NAME, 1.0, "soft_affinity_weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public SoftAffinityWeigherProvider() {}

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
    return GroupWeigher.create(GroupWeigher.Policy.SOFT_AFFINITY, MULTIPLIER, context);
  }
}
