package org.filterscheduler.examples.replay.gpu;

import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Only hosts with a GPU of one of the models that the flavor allows.
 *
 * <p>The flavor allows them with the extra spec {@value #ALLOWED}, separated by {@code |}; without
 * it every host passes. The host says its model in its stats, under {@value #MODEL}.
 */
public final class GpuModelFilterProvider implements HostFilterProvider {
  /** The name of the filter. */
  public static final String NAME = "GpuModelFilter";

  /** The extra spec with the allowed models. */
  public static final String ALLOWED = "gpu:models";

  /** The name of the model among the stats of a host. */
  public static final String MODEL = "gpu_model";

  /** Creates the provider; the service loader does so. */
  public GpuModelFilterProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FilterTraits traits() {
    return FilterTraits.ONCE_PER_REQUEST;
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new GpuModelFilter();
  }
}
