package org.filterscheduler.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of an inventory and a scheduler, as they were read: paths below {@code
 * filter-scheduler}, values, and where each came from. It is checked when it is used. Immutable.
 *
 * <p>Core's {@code Configurations} reads one from HOCON, {@code NovaConf} from a {@code nova.conf}.
 */
public final class SchedulerConfiguration {
  /**
   * One option.
   *
   * @param value a string, number, boolean or duration, or a list of such
   * @param origin where it was set: a file and line, or words
   */
  public record Setting(Object value, String origin) {
    /** Checks for nulls. */
    public Setting {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(origin, "origin");
    }
  }

  private static final SchedulerConfiguration EMPTY =
      new SchedulerConfiguration(Map.of(), List.of());

  private final Map<String, Setting> settings;
  private final List<String> warnings;

  private SchedulerConfiguration(Map<String, Setting> settings, List<String> warnings) {
    this.settings = Map.copyOf(settings);
    this.warnings = List.copyOf(warnings);
  }

  /** Returns the configuration in which every option has its default. */
  public static SchedulerConfiguration defaults() {
    return EMPTY;
  }

  /** Returns the options that are set, by path. */
  public Map<String, Setting> settings() {
    return settings;
  }

  /** Returns what the reader of the configuration has to say of it, for people to read. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns this configuration with one more option, in place of the one of the same path.
   *
   * @param path the path below {@code filter-scheduler}, for instance {@code host-subset-size}
   * @param value a string, number, boolean or duration, or a list of such
   */
  public SchedulerConfiguration with(String path, Object value) {
    return with(path, value, "set by the program");
  }

  /**
   * Returns this configuration with one more option, in place of the one of the same path.
   *
   * @param path the path below {@code filter-scheduler}
   * @param value a string, number, boolean or duration, or a list of such
   * @param origin where it was set
   */
  public SchedulerConfiguration with(String path, Object value, String origin) {
    Map<String, Setting> all = new TreeMap<>(settings);
    all.put(Require.notBlank(path, "path"), new Setting(value, origin));
    return new SchedulerConfiguration(all, warnings);
  }

  /**
   * Returns this configuration with all options of another in place of its own.
   *
   * @param other the configuration that wins
   */
  public SchedulerConfiguration with(SchedulerConfiguration other) {
    Map<String, Setting> all = new TreeMap<>(settings);
    all.putAll(other.settings);
    List<String> said = new ArrayList<>(warnings);
    said.addAll(other.warnings);
    return new SchedulerConfiguration(all, said);
  }

  /**
   * Returns this configuration with one more thing to say of it.
   *
   * @param warning the whole sentence
   */
  public SchedulerConfiguration withWarning(String warning) {
    List<String> said = new ArrayList<>(warnings);
    said.add(warning);
    return new SchedulerConfiguration(settings, said);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SchedulerConfiguration that
        && settings.equals(that.settings)
        && warnings.equals(that.warnings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  @Override
  public String toString() {
    return "SchedulerConfiguration" + new TreeMap<>(settings);
  }
}
