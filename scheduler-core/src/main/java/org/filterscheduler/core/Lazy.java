package org.filterscheduler.core;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes a value when it is first asked for, once, and lets go of what it was computed from. */
final class Lazy<T> implements Supplier<T> {
  private @Nullable Supplier<T> source;
  private @Nullable T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    if (source != null) {
      value = source.get();
      source = null;
    }
    return Objects.requireNonNull(value);
  }
}
