package org.filterscheduler.spi;

import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;

/**
 * Judges a host by its description alone.
 *
 * <p>Implementations are records of deeply immutable values: strings, numbers, booleans, enums,
 * immutable lists, sets and maps of such, and records of such. Equal records give equal verdicts on
 * equal descriptions, and the engine keeps them: a check must hold nothing that differs from
 * request to request. A record with a component of another type is refused by name.
 */
public non-sealed interface DescriptionCheck extends HostCheck {
  /**
   * Returns whether a host passes.
   *
   * @param host the host
   */
  boolean test(HostDescription host);

  /**
   * Returns why a host is rejected; called only for one that does not pass.
   *
   * @param host the host
   */
  Reason reason(HostDescription host);
}
