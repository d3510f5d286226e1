package org.filterscheduler.filters;

import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/**
 * Provides {@code ImagePropertiesFilter}: a host has to run the architecture, hypervisor and VM
 * mode that the image needs.
 */
public final class ImagePropertiesFilterProvider implements HostFilterProvider {
  /** Creates the provider; for {@link java.util.ServiceLoader}. */
  public ImagePropertiesFilterProvider() {}

  @Override
  public String name() {
    return "ImagePropertiesFilter";
  }

  @Override
  public FilterTraits traits() {
    return new FilterTraits(true, true);
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new ImagePropertiesFilter();
  }
}
