package org.filterscheduler.core;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filterscheduler.api.BookingKind;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.ResourceBooking;

/**
 * What a policy must agree on with the inventory that is there already: its options were read when
 * it was built, and so were the structured resources that it books.
 *
 * @param settings the options of the inventory
 * @param kinds what it books
 */
record InventoryAgreement(InventorySettings settings, Set<BookingKind<?>> kinds) {
  private record Part(
      OptionSpec<?> option, Function<InventorySettings, Object> value, List<OptionSpec<?>> set) {
    Part(OptionSpec<?> option, Function<InventorySettings, Object> value) {
      this(option, value, List.of(option));
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part(EngineOptions.RAM_ALLOCATION_RATIO, InventorySettings::ramAllocationRatio),
          new Part(EngineOptions.CPU_ALLOCATION_RATIO, InventorySettings::cpuAllocationRatio),
          new Part(EngineOptions.DISK_ALLOCATION_RATIO, InventorySettings::diskAllocationRatio),
          new Part(
              EngineOptions.SERVICE_DOWN_TIME,
              InventorySettings::serviceDownTime,
              List.of(EngineOptions.SERVICE_DOWN_TIME, EngineOptions.REPORT_INTERVAL)),
          new Part(EngineOptions.CLAIM_TIMEOUT, InventorySettings::claimTimeout),
          new Part(EngineOptions.CLAIM_MEMORY, InventorySettings::claimMemory),
          new Part(
              EngineOptions.CLAIM_MEMORY_LIMIT, settings -> (long) settings.claimMemoryLimit()));

  InventoryAgreement {
    kinds = Set.copyOf(kinds);
  }

  /** Finds options that are set and would not be heeded, and filters that would not be booked. */
  void check(
      OptionValues values,
      List<FoundPlugin<HostFilterProvider>> filters,
      Consumer<String> problems) {
    InventorySettings wanted = InventoryOptions.settings(values, warning -> {});
    for (Part part : PARTS) {
      Object value = part.value().apply(wanted);
      Object present = part.value().apply(settings);
      if (part.set().stream().anyMatch(values::isSet) && !value.equals(present)) {
        problems.accept(
            values.about(part.option(), value)
                + " must be "
                + OptionTypes.write(present)
                + ": the inventory was built with that, and keeps it. Leave it out, or build the"
                + " inventory with it.");
      }
    }
    filters.forEach(filter -> check(filter, values, problems));
  }

  private void check(
      FoundPlugin<HostFilterProvider> filter, OptionValues values, Consumer<String> problems) {
    for (ResourceBooking<?> booking : filter.bookings()) {
      if (!kinds.contains(booking.kind())) {
        problems.accept(
            values.about(EngineOptions.enabledFilters(), filter.name())
                + " books "
                + booking.kind().name()
                + ", which the inventory does not have: the filter was not found when it was built."
                + " Build the inventory with the plug-ins of all its schedulers.");
      }
    }
  }
}
