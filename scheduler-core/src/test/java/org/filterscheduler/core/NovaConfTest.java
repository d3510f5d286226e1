package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NovaConfTest {
  private static final OptionSpec<Long> LIMIT =
      OptionSpec.integer("filters.AcmeFilter.most", 8)
          .nova("filter_scheduler.max_io_ops_per_host", "DEFAULT.max_io_ops_per_host");
  private static final OptionSpec<List<String>> IMAGES =
      OptionSpec.texts("filters.AcmeFilter.images", List.of())
          .nova("filter_scheduler.isolated_images", "DEFAULT.isolated_images");
  private static final OptionSpec<Boolean> REQUIRED =
      OptionSpec.bool("metrics.required", true).nova("metrics.required");
  private static final OptionSpec<String> ZONE =
      OptionSpec.text("filters.AcmeFilter.zone", "nova").nova("DEFAULT.default_availability_zone");
  private static final Plugins PLUGINS =
      Plugins.empty()
          .with(TestPlugins.filter("AcmeFilter").options(LIMIT, IMAGES, REQUIRED, ZONE))
          .with(TestPlugins.filter("RackFilter"))
          .with(TestPlugins.weigher("AcmeWeigher"));

  @TempDir Path folder;

  @Test
  void read_fileThatIsNotThere_namesIt() {
    assertThatThrownBy(() -> NovaConf.read(folder.resolve("missing.conf"), PLUGINS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("missing.conf cannot be read");
  }

  @Test
  void read_fileThatIsNoText_saysSo() throws IOException {
    Path file = Files.write(folder.resolve("nova.conf"), new byte[] {'[', (byte) 0xff, ']'});

    assertThatThrownBy(() -> NovaConf.read(file, PLUGINS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nova.conf must be a text in UTF-8");
  }

  @Test
  void read_malformedFile_namesFileLineTextAndRule() throws IOException {
    Path file = Files.writeString(folder.resolve("nova.conf"), "[DEFAULT]\nwhat is this\n");

    assertThatThrownBy(() -> NovaConf.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nova.conf: line 2 (what is this) must be option = value");
  }

  @Test
  void parse_wrongValues_areRefusedWithTheirLinesWhenUsed() {
    SchedulerConfiguration read =
        parse(
            """
            [filter_scheduler]
            enabled_filters = AcmeFilter,NopeFilter
            host_subset_size = many
            weight_classes = nova.scheduler.weights.nope.NopeWeigher
            [DEFAULT]
            ram_allocation_ratio = -1.5
            service_down_time = soon
            debug = perhaps
            """);

    var thrown = catchThrowableOfType(ConfigurationException.class, () -> use(read));

    assertThat(thrown.problems())
        .hasSize(6)
        .anyMatch(p -> p.contains("(NopeFilter), nova.conf: line 2, [filter_scheduler] enabled_f"))
        .anyMatch(p -> p.contains("(many), nova.conf: line 3, [filter_scheduler] host_subset_size"))
        .anyMatch(p -> p.contains("(NopeWeigher), nova.conf: line 4"))
        .anyMatch(p -> p.contains("(-1.5), nova.conf: line 6, [DEFAULT] ram_allocation_ratio"))
        .anyMatch(p -> p.contains("(soon s), nova.conf: line 7"))
        .anyMatch(p -> p.contains("(perhaps), nova.conf: line 8"));
  }

  @Test
  void parse_oldNames_areTakenWithAWarningThatNamesTheNew() {
    SchedulerConfiguration read =
        parse(
            """
            [DEFAULT]
            scheduler_available_filters = nova.scheduler.filters.all_filters
            scheduler_default_filters = RackFilter, AcmeFilter
            scheduler_max_attempts = 5
            scheduler_host_subset_size = 2
            scheduler_weight_classes = nova.scheduler.weights.all_weighers
            max_io_ops_per_host = 4
            """);

    assertThat(value(read, "available-filters")).isEqualTo(List.of("all"));
    assertThat(value(read, "enabled-filters")).isEqualTo(List.of("RackFilter", "AcmeFilter"));
    assertThat(value(read, "enabled-weighers")).isEqualTo(List.of("all"));
    assertThat(value(read, "max-attempts")).isEqualTo("5");
    assertThat(value(read, "host-subset-size")).isEqualTo("2");
    assertThat(value(read, LIMIT.path())).isEqualTo("4");
    assertThat(read.warnings())
        .hasSize(6)
        .allMatch(
            warning ->
                warning.contains("is an old name. Write [filter_scheduler] ")
                    || warning.contains("is an old name. Write [scheduler] max_attempts."))
        .contains(
            "nova.conf: line 3: [DEFAULT] scheduler_default_filters is an old name. Write"
                + " [filter_scheduler] enabled_filters.");
    Policy policy = use(read);
    assertThat(policy.filters())
        .extracting(Policy.Filter::name)
        .containsExactly("RackFilter", "AcmeFilter");
    assertThat(policy.weighers()).extracting(Policy.Weigher::name).containsExactly("AcmeWeigher");
  }

  @Test
  void parse_oldAndNewName_theNewOneWinsWithAWarning() {
    SchedulerConfiguration read =
        parse(
            """
            [DEFAULT]
            scheduler_host_subset_size = 2
            [filter_scheduler]
            host_subset_size = 3
            enabled_filters = AcmeFilter
            """);

    assertThat(value(read, "host-subset-size")).isEqualTo("3");
    assertThat(read.warnings())
        .containsExactly(
            "nova.conf: line 2: [DEFAULT] scheduler_host_subset_size is not used:"
                + " [filter_scheduler] host_subset_size sets the same.");
  }

  @Test
  void parse_repeatedOption_theLastLineCounts() {
    SchedulerConfiguration read =
        parse(
            "[filter_scheduler]\nhost_subset_size = 2\nhost_subset_size = 3\nenabled_filters =\n");

    assertThat(value(read, "host-subset-size")).isEqualTo("3");
    assertThat(read.warnings())
        .containsExactly(
            "nova.conf: line 2: [filter_scheduler] host_subset_size is not used: line 3 sets it"
                + " again.");
  }

  @Test
  void parse_availableFiltersRepeated_addUp() {
    SchedulerConfiguration read =
        parse(
            """
            [filter_scheduler]
            available_filters = nova.scheduler.filters.all_filters
            available_filters = com.acme.filters.AcmeFilter
            enabled_filters = AcmeFilter
            """);

    assertThat(value(read, "available-filters")).isEqualTo(List.of("all", "AcmeFilter"));
    assertThat(use(read).filters()).hasSize(1);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void parse_classPathsAndLinesOfAList_becomeNames() {
    SchedulerConfiguration read =
        parse(
            """
            [filter_scheduler]
            available_filters = nova.scheduler.filters.ram_filter.RackFilter
            enabled_filters = RackFilter,
              AcmeFilter,
            """);

    assertThat(value(read, "available-filters")).isEqualTo(List.of("RackFilter"));
    assertThat(value(read, "enabled-filters")).isEqualTo(List.of("RackFilter", "AcmeFilter"));
    assertThatThrownBy(() -> use(read)).hasMessageContaining("not among available-filters");
  }

  @Test
  void parse_noEnabledFilters_warnsThatTheDefaultIsOurs() {
    SchedulerConfiguration read = parse("[DEFAULT]\ncpu_allocation_ratio = 4.0\n");

    assertThat(read.settings()).containsOnlyKeys("cpu-allocation-ratio");
    assertThat(read.warnings())
        .singleElement()
        .asString()
        .contains("nova.conf sets no enabled_filters", "those of this library")
        .contains(EngineOptions.enabledFilters().defaultValue());
  }

  @Test
  void parse_optionsOfTheSchedulerThatNobodyReads_areNamedOneByOne() {
    SchedulerConfiguration read =
        parse(
            """
            [filter_scheduler]
            enabled_filters = AcmeFilter
            host_subset_sise = 3
            max_attempts = 4
            use_baremetal_filters = True
            [DEFAULT]
            ram_alocation_ratio = 2
            scheduler_driver = chance_scheduler
            isolated_hosts = a
            verbose = True
            [metrics]
            weight_setting = a=1
            """);

    assertThat(read.warnings())
        .containsExactly(
            "nova.conf: line 3: [filter_scheduler] host_subset_sise (3) means nothing here: neither"
                + " the engine nor a plug-in that was found reads it. Maybe [filter_scheduler]"
                + " host_subset_size?",
            "nova.conf: line 4: [filter_scheduler] max_attempts (4) means nothing here: neither the"
                + " engine nor a plug-in that was found reads it. Maybe [scheduler] max_attempts?",
            "nova.conf: line 5: [filter_scheduler] use_baremetal_filters (True) means nothing here:"
                + " neither the engine nor a plug-in that was found reads it.",
            "nova.conf: line 7: [DEFAULT] ram_alocation_ratio (2) means nothing here: neither the"
                + " engine nor a plug-in that was found reads it. Maybe [DEFAULT]"
                + " ram_allocation_ratio?",
            "nova.conf: line 8: [DEFAULT] scheduler_driver (chance_scheduler) means nothing here:"
                + " neither the engine nor a plug-in that was found reads it.",
            "nova.conf: line 9: [DEFAULT] isolated_hosts (a) means nothing here: neither the engine"
                + " nor a plug-in that was found reads it.",
            "nova.conf: line 10: [DEFAULT] verbose (True) means nothing here: neither the engine nor"
                + " a plug-in that was found reads it.",
            "nova.conf: line 12: [metrics] weight_setting (a=1) means nothing here: neither the"
                + " engine nor a plug-in that was found reads it.");
  }

  @Test
  void parse_optionsOfOtherServices_areNamedInOneWarningPerSection() {
    SchedulerConfiguration read =
        parse(
            """
            [DEFAULT]
            my_ip = 10.0.0.1
            rpc_backend = rabbit
            debug = True
            [filter_scheduler]
            enabled_filters = AcmeFilter
            [database]
            connection = mysql://nova:secret@db/nova
            max_retries = 5
            """);

    assertThat(read.warnings())
        .containsExactly(
            "nova.conf: [DEFAULT] has options that are not the scheduler's and are not used: my_ip,"
                + " rpc_backend.",
            "nova.conf: [database] has options that are not the scheduler's and are not used:"
                + " connection, max_retries.");
    assertThat(value(read, "debug")).isEqualTo(true);
  }

  @Test
  void parse_optionsThatSayWhatThisIsAnyway_needNoWarning() {
    SchedulerConfiguration read =
        parse(
            """
            [scheduler]
            driver = filter_scheduler
            host_manager = host_manager
            [Filter_Scheduler]
            track_instance_changes = True
            enabled_filters = RackFilter
            use_baremetal_filters = False
            """);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.settings()).containsOnlyKeys("enabled-filters");
  }

  @ParameterizedTest
  @CsvSource({"True, true", "1, true", "on, true", "YES, true", "False, false", "0, false"})
  void parse_switchInItsForms_isWhatOsloReads(String text, boolean expected) {
    assertThat(value(parse("[metrics]\nrequired = " + text), "metrics.required"))
        .isEqualTo(expected);
  }

  @Test
  void parse_secondsOfNova_becomeTimes() {
    SchedulerConfiguration read =
        parse("[DEFAULT]\nservice_down_time = 90\nreport_interval = 20\nenabled_filters = no\n");

    InventorySettings settings = PolicyFactory.inventorySettings(read, PLUGINS, warning -> {});

    assertThat(settings.serviceDownTime()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void parse_emptyNumber_isNotSetWithAWarning() {
    SchedulerConfiguration read =
        parse("[filter_scheduler]\nhost_subset_size =\nenabled_filters =\n");

    assertThat(read.settings()).containsOnlyKeys("enabled-filters");
    assertThat(value(read, "enabled-filters")).isEqualTo(List.of());
    assertThat(read.warnings())
        .containsExactly(
            "nova.conf: line 2: [filter_scheduler] host_subset_size is empty, and so not set: the"
                + " default holds.");
  }

  @ParameterizedTest
  @CsvSource({
    "$my_zone, az-7",
    "${my_zone}-a, az-7-a",
    "$$my_zone, $my_zone",
    "\\$my_zone, $my_zone",
    "$other.my_zone, az-8",
    "$loop, $loop",
  })
  void parse_references_arePutIn(String text, String expected) {
    SchedulerConfiguration read =
        parse(
            "[other]\nmy_zone = az-8\n[DEFAULT]\nnumber = 7\nmy_zone = az-$number\nloop = $loop\n"
                + "default_availability_zone = "
                + text);

    assertThat(value(read, ZONE.path())).isEqualTo(expected);
  }

  @Test
  void parse_referenceToNothing_staysWithAWarning() {
    SchedulerConfiguration read = parse("[DEFAULT]\ndefault_availability_zone = $nothing\n");

    assertThat(value(read, ZONE.path())).isEqualTo("$nothing");
    assertThat(read.warnings())
        .anyMatch(
            warning ->
                warning.contains(
                    "line 2: [DEFAULT] default_availability_zone ($nothing) refers to"));
  }

  @Test
  void parse_listOfAPlugin_isSplitAndTrimmed() {
    SchedulerConfiguration read = parse("[DEFAULT]\nisolated_images = a.b , c,\n");

    assertThat(value(read, IMAGES.path())).isEqualTo(List.of("a.b", "c"));
  }

  private static SchedulerConfiguration parse(String text) {
    return NovaConf.parse(text, "nova.conf", PLUGINS);
  }

  private static Policy use(SchedulerConfiguration configuration) {
    SchedulerConfiguration weighed =
        configuration.settings().containsKey("enabled-weighers")
            ? configuration
            : configuration.with("enabled-weighers", List.of());
    return PolicyFactory.create(weighed, PLUGINS, InstantSource.system(), warning -> {});
  }

  private static Object value(SchedulerConfiguration configuration, String path) {
    return configuration.settings().get(path).value();
  }
}
