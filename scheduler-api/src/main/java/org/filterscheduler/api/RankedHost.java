package org.filterscheduler.api;

import java.util.List;
import java.util.Objects;

/**
 * A host that passed all filters, with its weight.
 *
 * @param host the host
 * @param weight the sum of its parts; 0 when it was the only host, for then nothing is weighed
 * @param parts what each weigher said, in the configured order
 * @param limits the limits that would travel with a build on it
 */
public record RankedHost(HostKey host, double weight, List<WeightPart> parts, Limits limits) {
  /** Copies the parts. */
  public RankedHost {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    parts = List.copyOf(parts);
  }
}
