package org.filterscheduler.weighers;

import java.util.List;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Avoids the hosts that have many members of the server group, where its policy is {@code
 * soft-anti-affinity}.
 */
public final class SoftAntiAffinityWeigherProvider implements HostWeigherProvider {
  static final String NAME = "ServerGroupSoftAntiAffinityWeigher";
  static final OptionSpec<Double> MULTIPLIER =
      Multipliers.movedFromDefault(NAME, 1.0, "soft_anti_affinity_weight_multiplier");

  /** Creates the provider; {@link java.util.ServiceLoader} does so. */
  public SoftAntiAffinityWeigherProvider() {}

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
    return GroupWeigher.create(GroupWeigher.Policy.SOFT_ANTI_AFFINITY, MULTIPLIER, context);
  }
}
