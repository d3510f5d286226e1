package org.filterscheduler.conformance.engines;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where two answers part. */
final class Differences {
  private Differences() {}

  /** Returns the first difference in words; null if there is none. */
  static @Nullable String first(@Nullable Object plain, @Nullable Object other, String where) {
    if (Objects.equals(plain, other)) {
      return null;
    }
    if (plain instanceof Map<?, ?> one && other instanceof Map<?, ?> two) {
      for (Map.Entry<?, ?> entry : one.entrySet()) {
        String found =
            first(entry.getValue(), two.get(entry.getKey()), where + "." + entry.getKey());
        if (found != null) {
          return found;
        }
      }
    }
    if (plain instanceof List<?> one && other instanceof List<?> two && one.size() == two.size()) {
      for (int i = 0; i < one.size(); i++) {
        String found = first(one.get(i), two.get(i), where + "[" + i + "]");
        if (found != null) {
          return found;
        }
      }
    }
    return where + "\n    is:     " + other + "\n    plain:  " + plain;
  }
}
