package org.filterscheduler.core;

import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.StateCheck;

/**
 * Passes where every amount that extra specs ask for fits: what Placement does beside Nova. Without
 * it a class that no filter knows would be promised without end.
 *
 * @param amounts what is asked for, by class
 */
record ResourceFit(Map<ResourceClass, Long> amounts) implements StateCheck {
  ResourceFit {
    amounts = new TreeMap<>(amounts); // the first class that lacks is the reason: always the same
    amounts.values().removeIf(amount -> amount == 0); // nothing fits even where less is left
  }

  @Override
  public boolean test(HostState host) {
    for (Map.Entry<ResourceClass, Long> amount : amounts.entrySet()) {
      if (lacking(host, amount.getKey(), amount.getValue()) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Reason reason(HostState host) {
    for (Map.Entry<ResourceClass, Long> amount : amounts.entrySet()) {
      double lacking = lacking(host, amount.getKey(), amount.getValue());
      if (lacking > 0) {
        return insufficient(host, amount.getKey(), amount.getValue(), lacking);
      }
    }
    throw new IllegalStateException("Host " + host.key() + " passes.");
  }

  private static Reason insufficient(
      HostState host, ResourceClass resource, long needed, double lacking) {
    Inventory inventory = host.description().inventory(resource);
    Map<String, String> values =
        Map.of(
            "needed", String.valueOf(needed),
            "total", String.valueOf(inventory.total()),
            "reserved", String.valueOf(inventory.reserved()),
            "ratio", String.valueOf(inventory.allocationRatio()),
            "used", String.valueOf(host.usage().used(resource)));
    return Reason.of("insufficient-" + resource, values).shortBy(lacking, resource.name());
  }

  /** How much is missing: of what is left, or of the whole, which one instance may not exceed. */
  private static double lacking(HostState host, ResourceClass resource, long needed) {
    Inventory inventory = host.description().inventory(resource);
    double left = inventory.limit() - inventory.reserved() - host.usage().used(resource);
    return Math.max(needed - left, (double) needed - inventory.total());
  }
}
