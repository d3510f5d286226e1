package org.filterscheduler.api;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rejection as data.
 *
 * @param code a constant of the plug-in, in lower case with hyphens; stable between releases
 * @param values what was compared, by name
 * @param shortfall how much is missing, where the rejection is a matter of an amount
 */
public record Reason(String code, Map<String, String> values, @Nullable Shortfall shortfall) {
  /**
   * How much more a host would need.
   *
   * @param amount the missing amount, above 0
   * @param unit its unit, for instance {@code MiB} or {@code VCPU}
   */
  public record Shortfall(double amount, String unit) {
    /** Returns the amount without a needless fraction, and the unit. */
    @Override
    public String toString() {
      return Numbers.shortest(amount) + " " + unit;
    }
  }

  /** Checks the code and copies the values. */
  public Reason {
    Require.notBlank(code, "reason code");
    values = Map.copyOf(values);
  }

  /**
   * Returns a reason that is all said by its code.
   *
   * @param code the code
   */
  public static Reason of(String code) {
    return new Reason(code, Map.of(), null);
  }

  /**
   * Returns a reason with the values that were compared.
   *
   * @param code the code
   * @param values the values, by name
   */
  public static Reason of(String code, Map<String, String> values) {
    return new Reason(code, values, null);
  }

  /**
   * Returns a reason with one value.
   *
   * @param code the code
   * @param name the name of the value
   * @param value the value; anything with a readable text form
   */
  public static Reason of(String code, String name, Object value) {
    return new Reason(code, Map.of(name, String.valueOf(value)), null);
  }

  /**
   * Returns this reason with an amount that is missing.
   *
   * @param amount the amount, in the unit
   * @param unit the unit
   */
  public Reason shortBy(double amount, String unit) {
    Objects.requireNonNull(unit, "unit");
    return new Reason(code, values, new Shortfall(amount, unit));
  }

  /** Returns the code, the shortfall and the values, in the order of their names. */
  @Override
  public String toString() {
    String missing = shortfall == null ? "" : " (lacks " + shortfall + ")";
    if (values.isEmpty()) {
      return code + missing;
    }
    return code
        + missing
        + new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " [", "]"));
  }
}
