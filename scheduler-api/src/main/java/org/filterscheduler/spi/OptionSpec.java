package org.filterscheduler.spi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An option that a plug-in reads. Immutable.
 *
 * <p>The same option may be declared by several plug-ins; they must then declare it alike.
 *
 * @param <T> the type of its value: {@code Long}, {@code Double}, {@code Boolean}, {@code String},
 *     {@code List<String>} or {@code Duration}
 */
public final class OptionSpec<T> {
  /** The types that an option's value may have. */
  public enum Type {
    /** A whole number: {@code Long}. */
    INTEGER,
    /** A finite number: {@code Double}. */
    NUMBER,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code String}. */
    TEXT,
    /** A list of texts: {@code List<String>}. */
    TEXTS,
    /** A length of time: {@code Duration}, written as in {@code 60 s} or {@code 10 minutes}. */
    DURATION
  }

  private final String path;
  private final Type type;
  private final T defaultValue;
  private final String description;
  private final @Nullable Predicate<T> rule;
  private final String ruleText;
  private final List<String> novaNames;

  private OptionSpec(
      String path,
      Type type,
      T defaultValue,
      String description,
      @Nullable Predicate<T> rule,
      String ruleText,
      List<String> novaNames) {
    this.path = Objects.requireNonNull(path, "path");
    this.type = type;
    this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
    this.description = description;
    this.rule = rule;
    this.ruleText = ruleText;
    this.novaNames = List.copyOf(novaNames);
  }

  /**
   * Declares a whole number.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<Long> integer(String path, long defaultValue) {
    return new OptionSpec<>(path, Type.INTEGER, defaultValue, "", null, "", List.of());
  }

  /**
   * Declares a finite number.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<Double> number(String path, double defaultValue) {
    return new OptionSpec<>(path, Type.NUMBER, defaultValue, "", null, "", List.of());
  }

  /**
   * Declares a switch.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<Boolean> bool(String path, boolean defaultValue) {
    return new OptionSpec<>(path, Type.BOOLEAN, defaultValue, "", null, "", List.of());
  }

  /**
   * Declares a text.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<String> text(String path, String defaultValue) {
    return new OptionSpec<>(path, Type.TEXT, defaultValue, "", null, "", List.of());
  }

  /**
   * Declares a list of texts.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<List<String>> texts(String path, List<String> defaultValue) {
    return new OptionSpec<>(path, Type.TEXTS, List.copyOf(defaultValue), "", null, "", List.of());
  }

  /**
   * Declares a length of time. A configuration writes it with its unit; a {@code nova.conf} in
   * seconds.
   *
   * @param path the path below {@code filter-scheduler}
   * @param defaultValue its value where it is not set
   */
  public static OptionSpec<Duration> duration(String path, Duration defaultValue) {
    return new OptionSpec<>(path, Type.DURATION, defaultValue, "", null, "", List.of());
  }

  /**
   * Returns this option with a sentence that says what it does.
   *
   * @param text the sentence
   */
  public OptionSpec<T> describedAs(String text) {
    return new OptionSpec<>(path, type, defaultValue, text, rule, ruleText, novaNames);
  }

  /**
   * Returns this option with a rule that its value has to keep.
   *
   * @param text the rule, as the end of "the value must be ..."
   * @param test the rule
   */
  public OptionSpec<T> mustBe(String text, Predicate<T> test) {
    return new OptionSpec<>(path, type, defaultValue, description, test, text, novaNames);
  }

  /**
   * Returns this option with the names by which a {@code nova.conf} sets it.
   *
   * @param names section and option, as in {@code filter_scheduler.host_subset_size}, the present
   *     name first, then older ones
   */
  public OptionSpec<T> nova(String... names) {
    List<String> all = new ArrayList<>(novaNames);
    all.addAll(List.of(names));
    return new OptionSpec<>(path, type, defaultValue, description, rule, ruleText, all);
  }

  /** Returns the path below {@code filter-scheduler}. */
  public String path() {
    return path;
  }

  /** Returns the type of the value. */
  public Type type() {
    return type;
  }

  /** Returns the value where the option is not set. */
  public T defaultValue() {
    return defaultValue;
  }

  /** Returns what the option does; empty where nothing was said. */
  public String description() {
    return description;
  }

  /** Returns the rule as the end of "the value must be ..."; empty where there is none. */
  public String ruleText() {
    return ruleText;
  }

  /** Returns the names by which a {@code nova.conf} sets it, the present one first. */
  public List<String> novaNames() {
    return novaNames;
  }

  /**
   * Returns whether a value keeps the rule.
   *
   * @param value the value
   */
  public boolean allows(T value) {
    return rule == null || rule.test(value);
  }

  /**
   * Returns whether another option of the same path is the same option: of one type and default.
   *
   * @param other the other declaration
   */
  public boolean agreesWith(OptionSpec<?> other) {
    return path.equals(other.path)
        && type == other.type
        && defaultValue.equals(other.defaultValue)
        && ruleText.equals(other.ruleText);
  }

  @Override
  public String toString() {
    return path + " (" + type + ", default " + defaultValue + ")";
  }
}
