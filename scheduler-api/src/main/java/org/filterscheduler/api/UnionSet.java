package org.filterscheduler.api;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All elements of two sets that do not change: a view of them. */
final class UnionSet extends AbstractSet<String> {
  private final Set<String> some;
  private final Set<String> more;
  private int size = -1; // computed when first asked for, by each thread that asks

  private UnionSet(Set<String> some, Set<String> more) {
    this.some = some;
    this.more = more;
  }

  static Set<String> of(Set<String> some, Set<String> more) {
    if (some.isEmpty()) {
      return Collections.unmodifiableSet(more);
    }
    return more.isEmpty() ? some : new UnionSet(some, more);
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return some.contains(element) || more.contains(element);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public int size() {
    int known = size;
    if (known < 0) {
      known = more.size();
      for (String element : some) {
        known += more.contains(element) ? 0 : 1;
      }
      size = known;
    }
    return known;
  }

  @Override
  public Iterator<String> iterator() {
    Stream<String> others = more.stream().filter(element -> !some.contains(element));
    return Stream.concat(some.stream(), others).iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof UnionSet that && some.equals(that.some) && more.equals(that.more))
        || super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
