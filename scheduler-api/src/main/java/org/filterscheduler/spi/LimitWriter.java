package org.filterscheduler.spi;

import org.filterscheduler.api.HostState;

/**
 * Writes the limits of a host: for the chosen one, its alternates, and those that are explained.
 * Limits are written in the order of the filters; a later one of the same name wins.
 */
@FunctionalInterface
public interface LimitWriter {
  /**
   * Writes the limits of a host.
   *
   * @param host the host
   * @param out where to write them
   */
  void write(HostState host, Sink out);

  /** Takes limits. */
  interface Sink {
    /**
     * Sets a limit that is an amount.
     *
     * @param name its name: Nova's {@code memory_mb}, {@code disk_gb} or {@code vcpu}, or one's own
     * @param value the amount, in the unit that the name says
     */
    Sink amount(String name, double value);

    /**
     * Sets a limit that is a text.
     *
     * @param name its name
     * @param value the text
     */
    Sink text(String name, String value);
  }
}
