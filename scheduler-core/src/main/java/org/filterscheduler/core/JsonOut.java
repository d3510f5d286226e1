package org.filterscheduler.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.filterscheduler.api.ResourceClass;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one object; what is absent or empty is left out. */
final class JsonOut {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  JsonOut put(String name, @Nullable Object value) {
    boolean nothing =
        value == null
            || (value instanceof Map<?, ?> map && map.isEmpty())
            || (value instanceof Collection<?> list && list.isEmpty());
    if (!nothing) {
      fields.put(name, value);
    }
    return this;
  }

  /** Leaves out a value that is the usual one. */
  JsonOut putUnless(Object usual, String name, Object value) {
    return value.equals(usual) ? this : put(name, value);
  }

  /** Puts a list of objects. */
  <T> JsonOut putEach(String name, Collection<T> elements, Function<T, Map<String, Object>> form) {
    return put(name, elements.stream().map(form).toList());
  }

  /** Puts amounts by resource class; numbers that JSON has no form for become texts. */
  JsonOut putByClass(String name, Map<ResourceClass, ? extends Number> amounts) {
    Map<String, Object> byName = new LinkedHashMap<>();
    amounts.forEach((resource, amount) -> byName.put(resource.name(), number(amount)));
    return put(name, byName);
  }

  static Object number(Number number) {
    return Double.isFinite(number.doubleValue()) ? number : number.toString();
  }

  Map<String, Object> map() {
    return fields;
  }
}
