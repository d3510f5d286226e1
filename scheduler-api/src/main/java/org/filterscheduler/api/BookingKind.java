package org.filterscheduler.api;

import java.util.Objects;

/**
 * The name and the type of a structured resource of a host, such as NUMA cells or PCI devices.
 *
 * @param <S> the type of its state, immutable and with value equality
 * @param name the name, unique among the plug-ins
 * @param type the class of the state
 */
public record BookingKind<S>(String name, Class<S> type) {
  /** Checks the name. */
  public BookingKind {
    Require.notBlank(name, "booking kind");
    Objects.requireNonNull(type, "type");
  }
}
