package org.filterscheduler.core;

import java.util.List;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.ResourceBooking;

/**
 * A provider that answered all questions about itself.
 *
 * @param info what it answered
 * @param provider the provider, to create the plug-in with
 * @param bookings the structured resources that a filter brings; none for a weigher
 */
record FoundPlugin<P>(PluginInfo info, P provider, List<ResourceBooking<?>> bookings) {
  FoundPlugin {
    bookings = List.copyOf(bookings);
  }

  FilterTraits traits() {
    return info.traits() == null ? FilterTraits.DEFAULT : info.traits();
  }

  String name() {
    return info.name();
  }
}
