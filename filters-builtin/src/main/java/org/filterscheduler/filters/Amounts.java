package org.filterscheduler.filters;

import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.nova.PythonText;

/** What the filters of amounts share. */
final class Amounts {
  private Amounts() {}

  /** Returns what is gone: Nova's total less free, whole numbers, before any ratio. */
  static long inUse(HostState host, ResourceClass resource) {
    Inventory inventory = host.description().inventory(resource);
    return inventory.total() - host.free(resource);
  }

  /** Returns a whole amount without a fraction. */
  static String text(double amount) {
    String text = PythonText.of(amount);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
