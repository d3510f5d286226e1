package org.filterscheduler.examples.rack;

import java.util.List;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/**
 * Asks for as many free licences as the request demands.
 *
 * @param licenses the free licences of a host
 */
record LicenseFilter(LicenseDimension licenses) implements HostFilter {
  static final ResourceClass LICENSE = new ResourceClass("CUSTOM_LICENSE");

  @Override
  public List<CapacityDimension> dimensions() {
    return List.of(licenses);
  }

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    Long demand = request.resources().get(LICENSE);
    return demand == null ? HostCheck.everything() : new CapacityCheck(licenses, demand);
  }
}
