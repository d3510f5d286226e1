package org.filterscheduler.examples.replay;

import java.nio.file.Path;
import java.util.List;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.NovaConf;
import org.filterscheduler.examples.replay.input.ConfigurationFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy places the requests. */
final class PolicyOptions {
  static final String FILTERS = "enabled-filters";
  static final String WEIGHERS = "enabled-weighers";

  /**
   * Names the enabled plug-ins even where nobody chose them, so that they can be shown: a list that
   * is put together counts as set.
   */
  private static final String DEFAULTS =
      """
      filter-scheduler {
        enabled-filters = ${filter-scheduler.enabled-filters} []
        enabled-weighers = ${filter-scheduler.enabled-weighers} []
      }
      """;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The scheduler's options: HOCON, JSON, or a nova.conf.")
  private @Nullable Path file;

  /**
   * Returns the configuration: the file's, laid over that of the command.
   *
   * @param ofTheCommand HOCON
   */
  SchedulerConfiguration over(String ofTheCommand, OutputOptions output) {
    Logging.prepare(output.verbose());
    SchedulerConfiguration base =
        Configurations.parse(DEFAULTS).with(Configurations.parse(ofTheCommand));
    SchedulerConfiguration all = file == null ? base : base.with(read(file));
    Logging.follow(all);
    return all;
  }

  /** Returns the names of a list that is always set. */
  static List<String> names(SchedulerConfiguration configuration, String path) {
    SchedulerConfiguration.Setting setting = configuration.settings().get(path);
    return setting != null && setting.value() instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static SchedulerConfiguration read(Path file) {
    return ConfigurationFiles.isNovaConf(file) ? NovaConf.read(file) : Configurations.read(file);
  }
}
