package org.filterscheduler.spi.nova;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How the value of an image property is read: what it may be, and what it becomes. */
sealed interface ImagePropertyType {
  /** Returns the value as it is kept. */
  Object read(Object value);

  /** Any text; a number or boolean is taken for its text. */
  record Text() implements ImagePropertyType {
    @Override
    public Object read(Object value) {
      return text(value);
    }
  }

  /** A whole number; a fraction is cut off, and text must be whole. */
  record Whole() implements ImagePropertyType {
    @Override
    public Object read(Object value) {
      if (value instanceof String text) {
        return NovaNumbers.requireLong(text);
      }
      if (value instanceof Boolean truth) {
        return truth ? 1L : 0L;
      }
      if (value instanceof Number number) {
        return number.longValue();
      }
      throw new IllegalArgumentException("It must be a whole number.");
    }
  }

  /** Yes or no: anything but a few words is no. */
  record Truth() implements ImagePropertyType {
    private static final Set<String> YES = Set.of("1", "t", "true", "on", "y", "yes");

    @Override
    public Object read(Object value) {
      return YES.contains(PythonText.strip(PythonText.of(value)).toLowerCase(Locale.ROOT));
    }
  }

  /** One of a few names. */
  record Name(UnaryOperator<String> canonical) implements ImagePropertyType {
    /** The names as they are, upper and lower case apart. */
    static Name of(String... known) {
      return new Name(name -> checked(name, Set.of(known)));
    }

    /** The names in any case, and others that stand for them. */
    static Name ofAnyCase(Map<String, String> aliases, String... known) {
      Set<String> names = Set.of(known);
      return new Name(
          name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return checked(aliases.getOrDefault(lower, lower), names);
          });
    }

    private static String checked(String name, Set<String> known) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "It must be one of " + String.join(", ", known.stream().sorted().toList()) + ".");
      }
      return name;
    }

    @Override
    public Object read(Object value) {
      return canonical.apply(text(value));
    }
  }

  /** A version predicate, kept as its text. */
  record Predicate() implements ImagePropertyType {
    @Override
    public Object read(Object value) {
      String text = text(value);
      VersionPredicate.parse(text);
      return text;
    }
  }

  /** Anything, kept as it is. */
  record Anything() implements ImagePropertyType {
    @Override
    public Object read(Object value) {
      return value;
    }
  }

  private static String text(Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return PythonText.of(value);
    }
    throw new IllegalArgumentException("It must be a text.");
  }
}
