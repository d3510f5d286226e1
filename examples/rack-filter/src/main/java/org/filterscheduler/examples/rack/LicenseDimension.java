package org.filterscheduler.examples.rack;

import org.filterscheduler.api.HostState;
import org.filterscheduler.spi.CapacityDimension;

/**
 * The licences of a host that instances may still get.
 *
 * @param keepFree how many they never get
 */
record LicenseDimension(long keepFree) implements CapacityDimension {
  @Override
  public String name() {
    return "licenses";
  }

  @Override
  public String unit() {
    return "licences";
  }

  @Override
  public double headroom(HostState host) {
    return host.free(LicenseFilter.LICENSE) - keepFree;
  }
}
