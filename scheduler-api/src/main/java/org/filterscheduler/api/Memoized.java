package org.filterscheduler.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed at most once, when it is first asked for; safe for many threads. */
final class Memoized<T> {
  private @Nullable Supplier<T> supplier;
  private @Nullable T value;

  Memoized(Supplier<T> supplier) {
    this.supplier = Objects.requireNonNull(supplier, "supplier");
  }

  synchronized T get() {
    if (supplier != null) {
      value = Objects.requireNonNull(supplier.get(), "value");
      supplier = null; // lets go of the snapshot that it was computed from
    }
    return Objects.requireNonNull(value);
  }
}
