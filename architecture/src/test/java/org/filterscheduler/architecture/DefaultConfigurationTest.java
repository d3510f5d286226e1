package org.filterscheduler.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.NovaConf;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;

/** What the built-in plug-ins declare, what the files of defaults say, and what Nova has, agree. */
final class DefaultConfigurationTest {
  private static final Plugins PLUGINS = Plugins.load();

  @Test
  void load_builtIns_haveNoProblems() {
    assertThat(PLUGINS.problems()).isEmpty();
    assertThat(PLUGINS.filters()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(PLUGINS.weighers()).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void build_defaults_needNoOptionAndNoOtherPlugin() {
    assertThat(Schedulers.builder().plugins(PLUGINS).build()).isNotNull();
  }

  @Test
  void reference_ofEachModule_saysTheDefaultsThatItsPluginsDeclare() throws IOException {
    Map<String, String> inFiles = new TreeMap<>();
    for (URL url :
        Collections.list(Plugins.class.getClassLoader().getResources("reference.conf"))) {
      try (InputStream in = url.openStream()) {
        Configurations.parse(new String(in.readAllBytes(), UTF_8))
            .settings()
            .forEach((path, setting) -> inFiles.put(path, text(setting.value())));
      }
    }
    Map<String, String> declared = new TreeMap<>();
    Stream.concat(PLUGINS.filters().stream(), PLUGINS.weighers().stream())
        .flatMap(plugin -> plugin.options().stream())
        .forEach(option -> declared.put(option.path(), text(option.defaultValue())));

    assertThat(declared).isNotEmpty();
    assertThat(inFiles).containsAllEntriesOf(declared);
  }

  @Test
  void novaConf_linesOfTheMission_buildAScheduler() {
    SchedulerConfiguration read =
        NovaConf.parse(
            """
            [DEFAULT]
            debug = True
            scheduler_driver = nova.scheduler.filter_scheduler.FilterScheduler
            scheduler_available_filters = nova.scheduler.filters.all_filters
            scheduler_default_filters = RetryFilter, AvailabilityZoneFilter, RamFilter, DiskFilter,
              CoreFilter, ComputeFilter, ComputeCapabilitiesFilter, ImagePropertiesFilter,
              ServerGroupAntiAffinityFilter, ServerGroupAffinityFilter
            ram_allocation_ratio = 1.5
            cpu_allocation_ratio = 16.0
            disk_allocation_ratio = 1.0
            default_availability_zone = nova
            ram_weight_multiplier = 1.0
            io_ops_weight_multiplier = -1.0
            [filter_scheduler]
            weight_classes = nova.scheduler.weights.all_weighers
            build_failure_weight_multiplier = 1000000.0
            [metrics]
            weight_setting = cpu.percent=-1.0, memory=0.5
            required = False
            [database]
            connection = mysql://nova@db/nova
            """,
            "nova.conf",
            PLUGINS);

    assertThat(Schedulers.builder().plugins(PLUGINS).configuration(read).build()).isNotNull();
    assertThat(read.warnings())
        .hasSize(5)
        .filteredOn(warning -> warning.contains("is an old name"))
        .hasSize(4);
    assertThat(read.warnings()).last().asString().contains("[database]", "connection");
  }

  @Test
  void novaNames_ofAllOptions_areSectionAndOption() {
    Stream.concat(PLUGINS.filters().stream(), PLUGINS.weighers().stream())
        .flatMap(plugin -> plugin.options().stream())
        .map(OptionSpec::novaNames)
        .forEach(names -> assertThat(names).allMatch(name -> name.matches("[A-Za-z_]+\\.\\w+")));
  }

  /** HOCON knows no difference between 1.0 and 1. */
  private static String text(Object value) {
    return value instanceof Number number
        ? String.valueOf(number.doubleValue())
        : String.valueOf(value);
  }
}
