package org.filterscheduler.spi.nova;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A number that the aggregates of a host say: the least of their values, or another number where
 * they say nothing or nonsense.
 *
 * <p>One value that is no number discards all of them for that host, as in Nova. A comma separates
 * nothing here: {@code "1.5,2.0"} is one value, and no number.
 */
public final class AggregateNumber {
  private AggregateNumber() {}

  /**
   * Returns the least of some decimal numbers.
   *
   * @param key the metadata key, for the warning
   * @param values the raw values, one per aggregate that has the key
   * @param otherwise the number where there are no values, or where one is no number
   * @param warning takes a warning that names the key and the value that is no number
   */
  public static double decimal(
      String key, Collection<String> values, double otherwise, Consumer<String> warning) {
    if (values.isEmpty()) {
      return otherwise;
    }
    try {
      return values.stream()
          .map(NovaNumbers::requireDouble)
          .reduce((least, next) -> next < least ? next : least)
          .orElse(otherwise);
    } catch (IllegalArgumentException e) {
      warning.accept(warning(key, e, otherwise));
      return otherwise;
    }
  }

  /**
   * Returns the least of some whole numbers.
   *
   * @param key the metadata key, for the warning
   * @param values the raw values, one per aggregate that has the key
   * @param otherwise the number where there are no values, or where one is no whole number
   * @param warning takes a warning that names the key and the value that is no whole number
   */
  public static long whole(
      String key, Collection<String> values, long otherwise, Consumer<String> warning) {
    if (values.isEmpty()) {
      return otherwise;
    }
    try {
      return values.stream().mapToLong(NovaNumbers::requireLong).min().orElse(otherwise);
    } catch (IllegalArgumentException e) {
      warning.accept(warning(key, e, otherwise));
      return otherwise;
    }
  }

  private static String warning(String key, IllegalArgumentException error, Object otherwise) {
    return "The aggregates' metadata "
        + key
        + ": "
        + error.getMessage()
        + " Using "
        + otherwise
        + ".";
  }
}
