package org.filterscheduler.core;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a class is a record of deeply immutable values, which a description check has to
 * be: its verdicts are kept under it. A class is looked at once; what cannot be seen in its
 * declaration (a list that is declared immutable and is not) is not found.
 */
final class ValueShape {
  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);
  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, Set.class, Map.class, Optional.class);

  private static final ClassValue<Optional<String>> FLAWS =
      new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
          return Optional.ofNullable(
              type.isRecord()
                  ? flawOfRecord(type, new HashSet<>())
                  : type.getName() + " is no record");
        }
      };

  private ValueShape() {}

  /** Returns what keeps a class from being such a record; null if nothing does. */
  static @Nullable String flaw(Class<?> type) {
    return FLAWS.get(type).orElse(null);
  }

  private static @Nullable String flawOfRecord(Class<?> type, Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return null; // a record of its own kind is as good as its other components
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (!isValue(component.getGenericType(), seen)) {
        return "its component "
            + component.getName()
            + " ("
            + component.getGenericType().getTypeName()
            + ") of "
            + type.getName()
            + " is not known to be deeply immutable";
      }
    }
    return null;
  }

  private static boolean isValue(Type type, Set<Class<?>> seen) {
    if (type instanceof Class<?> raw) {
      return isValue(raw, seen);
    }
    if (type instanceof ParameterizedType container) {
      return CONTAINERS.contains((Class<?>) container.getRawType())
          && allValues(container.getActualTypeArguments(), seen);
    }
    return type instanceof WildcardType wildcard && allValues(wildcard.getUpperBounds(), seen);
  }

  private static boolean allValues(Type[] types, Set<Class<?>> seen) {
    for (Type type : types) {
      if (!isValue(type, seen)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValue(Class<?> type, Set<Class<?>> seen) {
    if (type.isPrimitive() || type.isEnum() || VALUES.contains(type)) {
      return true;
    }
    if (type.isRecord()) {
      return flawOfRecord(type, seen) == null;
    }
    return type.isSealed() && allValues(type.getPermittedSubclasses(), seen);
  }
}
