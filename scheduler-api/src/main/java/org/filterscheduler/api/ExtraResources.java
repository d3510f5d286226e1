package org.filterscheduler.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a flavor's extra specs {@code resources:NAME=n} ask for. */
final class ExtraResources {
  private static final String RESOURCES = "resources:";

  private final Map<ResourceClass, Long> amounts = new TreeMap<>();
  private final List<String> malformed = new ArrayList<>();

  ExtraResources(Flavor flavor) {
    // In the order of the names: of DISK_GB and DISK_MB, which are one class here, the latter wins.
    new TreeMap<>(flavor.extraSpecs())
        .forEach(
            (key, value) -> {
              if (key.startsWith(RESOURCES) && !add(key, value)) {
                malformed.add(key + "=" + value);
              }
            });
  }

  private boolean add(String key, String value) {
    try {
      String name = key.substring(RESOURCES.length());
      long amount = Require.amount(Long.parseLong(value.strip()), key);
      boolean disk = name.equals("DISK_GB");
      amounts.put(
          disk ? ResourceClass.DISK_MB : new ResourceClass(name),
          disk ? Require.amount(1024 * amount, key) : amount);
      return true;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false; // as Nova: not an amount, so no demand; malformed() tells
    }
  }

  Map<ResourceClass, Long> amounts() {
    return Collections.unmodifiableMap(amounts);
  }

  List<String> malformed() {
    return Collections.unmodifiableList(malformed);
  }
}
