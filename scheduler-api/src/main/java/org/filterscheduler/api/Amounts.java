package org.filterscheduler.api;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/*
 * Amounts by class. Each host has several of them, so a map is one object: three amounts lie in
 * fields. Immutable.
 */
final class Amounts extends AbstractMap<ResourceClass, Long> {
  static final Amounts NONE = new Amounts((byte) 0, 0, 0, 0, Map.of());

  private final byte named; // a bit for each of the three: an amount of 0 is not the same as none
  private final long vcpus;
  private final long memoryMb;
  private final long diskMb;
  private final Map<ResourceClass, Long> others;

  Amounts(byte named, long vcpus, long memoryMb, long diskMb, Map<ResourceClass, Long> others) {
    this.named = named;
    this.vcpus = vcpus;
    this.memoryMb = memoryMb;
    this.diskMb = diskMb;
    this.others = others;
  }

  /** Returns the amount of a class; 0 where it is not named. */
  long of(ResourceClass resource) {
    int standard = resource.standard();
    return standard < 0 ? others.getOrDefault(resource, 0L) : ofStandard(standard);
  }

  private long ofStandard(int standard) {
    return standard == 0 ? vcpus : standard == 1 ? memoryMb : diskMb;
  }

  /** Returns these amounts with another one of a class. */
  Amounts with(ResourceClass resource, long amount) {
    byte more = (byte) (named | bit(resource));
    return switch (resource.standard()) {
      case 0 -> new Amounts(more, amount, memoryMb, diskMb, others);
      case 1 -> new Amounts(more, vcpus, amount, diskMb, others);
      case 2 -> new Amounts(more, vcpus, memoryMb, amount, others);
      default -> new Amounts(named, vcpus, memoryMb, diskMb, with(others, resource, amount));
    };
  }

  /** Returns the bit of one of the three classes among those that are named; else 0. */
  static byte bit(ResourceClass resource) {
    return resource.standard() < 0 ? 0 : (byte) (1 << resource.standard());
  }

  /** Copies a map with another entry: hosts have few, and a copy is cheaper than a map to fill. */
  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> copy = new HashMap<>(map);
    copy.put(key, value);
    return Map.copyOf(copy);
  }

  @Override
  public int size() {
    return Integer.bitCount(named) + others.size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public @Nullable Long get(@Nullable Object key) {
    if (!(key instanceof ResourceClass resource)) {
      return null;
    }
    int standard = resource.standard();
    if (standard < 0) {
      return others.get(resource);
    }
    return (named & 1 << standard) == 0 ? null : Long.valueOf(ofStandard(standard));
  }

  @Override
  public Long getOrDefault(@Nullable Object key, Long otherwise) {
    Long amount = get(key);
    return amount == null ? otherwise : amount;
  }

  @Override
  public void forEach(BiConsumer<? super ResourceClass, ? super Long> action) {
    if ((named & 1) != 0) {
      action.accept(ResourceClass.VCPU, vcpus);
    }
    if ((named & 2) != 0) {
      action.accept(ResourceClass.MEMORY_MB, memoryMb);
    }
    if ((named & 4) != 0) {
      action.accept(ResourceClass.DISK_MB, diskMb);
    }
    others.forEach(action);
  }

  @Override
  public Set<Map.Entry<ResourceClass, Long>> entrySet() {
    Map<ResourceClass, Long> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map).entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Amounts that
        ? named == that.named
            && vcpus == that.vcpus
            && memoryMb == that.memoryMb
            && diskMb == that.diskMb
            && others.equals(that.others)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode(); // that of any map
  }
}
