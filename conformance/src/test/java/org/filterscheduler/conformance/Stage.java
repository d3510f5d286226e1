package org.filterscheduler.conformance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.NovaConf;
import org.filterscheduler.core.PluginInfo;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;

/**
 * An engine on the cluster of one case: the only place that knows how one is made.
 *
 * @param scheduler configured as the case says
 * @param inventory with the hosts of the case
 */
record Stage(FilterScheduler scheduler, HostInventory inventory) {
  private static final Plugins PLUGINS = Plugins.load();

  // Cases give ages, not instants, so any instant will do.
  private static final Instant NOW = Instant.parse("2017-08-30T12:00:00Z");

  static Stage of(ConformanceCase test, Mode mode) {
    SchedulerConfiguration configuration = configuration(test, mode);
    FilterScheduler scheduler =
        Schedulers.builder()
            .configuration(configuration)
            .plugins(PLUGINS)
            .clock(InstantSource.fixed(NOW))
            .build();
    ClusterOfCase.fill(scheduler.inventory(), test, NOW);
    return new Stage(scheduler, scheduler.inventory());
  }

  private static SchedulerConfiguration configuration(ConformanceCase test, Mode mode) {
    SchedulerConfiguration configuration =
        NovaConf.parse(NovaConfText.of(test.options()), test.id(), PLUGINS)
            .with("enabled-filters", test.filters())
            .with("enabled-weighers", test.weighers())
            // Nova's scheduler does not count attempts, its conductor does; the cases are the
            // former's
            .with("max-attempts", Integer.MAX_VALUE);
    for (Map.Entry<String, Object> setting : mode.settings().entrySet()) {
      configuration = configuration.with(setting.getKey(), setting.getValue(), mode.name());
    }
    return mode.engine().in(configuration);
  }

  /** Returns the names of the plug-ins that were found. */
  static Set<String> plugins() {
    List<PluginInfo> all = new ArrayList<>(PLUGINS.filters());
    all.addAll(PLUGINS.weighers());
    Set<String> names = new HashSet<>();
    all.forEach(plugin -> names.add(plugin.name()));
    return names;
  }

  /** Returns the names of the filters that run for the first instance of a request only. */
  static Set<String> oncePerRequest() {
    Set<String> names = new HashSet<>();
    for (PluginInfo filter : PLUGINS.filters()) {
      if (filter.traits() != null && filter.traits().oncePerRequest()) {
        names.add(filter.name());
      }
    }
    return names;
  }
}
