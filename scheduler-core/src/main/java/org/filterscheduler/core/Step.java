package org.filterscheduler.core;

import org.filterscheduler.spi.HostCheck;

/**
 * One step that a host must pass, prepared for one instance.
 *
 * @param name the name of the filter, or of the part of the pre-selection
 * @param filter whether it is a filter
 * @param once whether it judges the first instance of a request only
 * @param check what it asks of each host
 */
record Step(String name, boolean filter, boolean once, HostCheck check) {
  Step(String name, boolean filter, HostCheck check) {
    this(name, filter, false, check);
  }

  /** Where hosts are counted whose limits a filter fails to write. */
  static final Step LIMITS = new Step("limits", false, HostCheck.everything());

  /** Where hosts are counted whose structured resources refuse the instance. */
  static final Step BOOKINGS = new Step("bookings", false, HostCheck.everything());
}
