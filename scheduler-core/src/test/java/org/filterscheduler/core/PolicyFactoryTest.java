package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyFactoryTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final OptionSpec<Long> LIMIT =
      OptionSpec.integer("filters.AcmeFilter.limit", 8).mustBe("1 or more", value -> value >= 1);
  private static final Plugins PLUGINS =
      Plugins.empty()
          .with(TestPlugins.filter("AcmeFilter").options(LIMIT), TestPlugins.filter("RackFilter"))
          .with(TestPlugins.weigher("AcmeWeigher"), TestPlugins.weigher("BoldWeigher"));

  private final List<String> warnings = new ArrayList<>();

  @Test
  void create_manyMistakes_listsAllAtOnceWithTheirOrigins() {
    String text =
        """
        filter-scheduler {
          enabled-filters = [AcmeFliter, RackFilter, RackFilter]
          enabled-weighers = [AcmeWeigher, "BestWeigher"]
          host-subset-sise = 2
          max-attempts = 0
          cpu-allocation-ratio = -1
          ram-allocation-ratio = NaN
          service-down-time = 60
          filters.AcmeFilter.limit = many
          engine = quick
        }
        """;

    List<String> problems = problems(Configurations.parse(text), PLUGINS);

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "filter-scheduler.cpu-allocation-ratio (-1), the text: line 6, must be a finite number,"
                + " 0 or more. Maybe leave it out: the default is 16.0.",
            "filter-scheduler.engine (quick), the text: line 10, must be fast, plain or verify."
                + " Maybe leave it out: the default is fast.",
            "filter-scheduler.filters.AcmeFilter.limit (many), the text: line 9, must be a whole"
                + " number. Maybe leave it out: the default is 8.",
            "filter-scheduler.host-subset-sise (2), the text: line 4, is no option of the engine or"
                + " of a plug-in that was found. Maybe host-subset-size?",
            "filter-scheduler.max-attempts (0), the text: line 5, must be a whole number from 1 to"
                + " 2147483647. Maybe leave it out: the default is 3.",
            "filter-scheduler.ram-allocation-ratio (NaN), the text: line 7, must be a finite number."
                + " Maybe leave it out: the default is 1.5.",
            "filter-scheduler.service-down-time (60), the text: line 8, must be a length of time"
                + " with its unit, as in 60 s or 10 minutes. Maybe leave it out: the default is"
                + " 60 s.",
            "filter-scheduler.enabled-filters (AcmeFliter), the text: line 2, is no filter that was"
                + " found. Maybe AcmeFilter? Found: AcmeFilter, RackFilter.",
            "filter-scheduler.enabled-filters (RackFilter), the text: line 2, is enabled twice."
                + " Remove one of them.",
            "filter-scheduler.enabled-weighers (BestWeigher), the text: line 3, is no weigher that"
                + " was found. Maybe BoldWeigher? Found: AcmeWeigher, BoldWeigher.");
    assertThat(warnings).isEmpty();
  }

  @Test
  void create_noPluginFoundForTheDefaults_namesEachOfThem() {
    List<String> problems = problems(SchedulerConfiguration.defaults(), Plugins.empty());

    assertThat(problems)
        .hasSize(18)
        .allMatch(problem -> problem.contains("by default"))
        .allMatch(problem -> problem.contains("is its jar on the class path or module path?"));
  }

  @Test
  void create_nameOfABrokenProvider_tellsWhatBrokeIt() {
    Plugins plugins = PLUGINS.with(TestPlugins.filter(null));

    assertThat(problems(enabling("MissingFilter"), plugins))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("MissingFilter"))
        .anyMatch(problem -> problem.contains("name() returned null"));
  }

  @Test
  void create_ambiguousNameEnabled_namesBothClasses() {
    Plugins plugins = PLUGINS.with(new PluginsTest.First(), TestPlugins.filter("First"));

    assertThat(problems(enabling("First"), plugins))
        .singleElement()
        .asString()
        .contains("enabled-filters (First)")
        .contains(PluginsTest.First.class.getName(), TestPlugins.FakeFilter.class.getName());
  }

  @Test
  void create_ambiguousNameNotEnabled_warnsAndWorks() {
    Plugins plugins = PLUGINS.with(new PluginsTest.First(), TestPlugins.filter("First"));

    Policy policy = create(enabling("AcmeFilter"), plugins);

    assertThat(policy.filters()).extracting(Policy.Filter::name).containsExactly("AcmeFilter");
    assertThat(warnings).containsExactlyElementsOf(plugins.problems()).hasSize(1);
  }

  @Test
  void create_optionDeclaredDifferently_isAProblemOfThoseWhoUseIt() {
    OptionSpec<Long> other = OptionSpec.integer(LIMIT.path(), 9);
    Plugins plugins = PLUGINS.with(TestPlugins.weigher("OtherWeigher").options(other));

    assertThat(create(enabling("RackFilter"), plugins).filters()).hasSize(1);
    assertThat(problems(enabling("AcmeFilter"), plugins))
        .singleElement()
        .asString()
        .contains(LIMIT.path(), "default 8, 1 or more", "default 9", "declared alike");
    assertThat(problems(enabling("RackFilter").with(LIMIT.path(), 4), plugins)).hasSize(1);
  }

  @Test
  void create_engineOptionDeclaredDifferently_isAProblem() {
    OptionSpec<String> mine = OptionSpec.text("max-attempts", "often");
    Plugins plugins = PLUGINS.with(TestPlugins.filter("MyFilter").options(mine));

    assertThat(problems(enabling("MyFilter"), plugins))
        .singleElement()
        .asString()
        .contains("max-attempts is declared as INTEGER", "by the engine", "as TEXT");
  }

  @Test
  void create_filterNotAvailable_saysHowToMakeItSo() {
    SchedulerConfiguration configuration =
        enabling("AcmeFilter").with("available-filters", List.of("RackFilter", "SackFilter"));

    assertThat(problems(configuration, PLUGINS))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("(SackFilter)") && problem.contains("RackFilter?"))
        .anyMatch(
            problem ->
                problem.contains("enabled-filters (AcmeFilter)")
                    && problem.contains("not among available-filters [RackFilter, SackFilter]"));
  }

  @ParameterizedTest
  @CsvSource({
    "create throws, create threw java.lang.IllegalStateException: no rack",
    "create is null, create returned null",
    "dimensions throw, dimensions() threw",
    "dimensions are null, dimensions() returned null",
    "dimensions hold null, dimensions() has a null in it",
    "undeclared option, is not declared by",
    "endless, java.lang.StackOverflowError",
  })
  void create_filterThatFails_isNamedWithItsProvider(String failure, String expected) {
    Plugins plugins =
        PLUGINS.with(TestPlugins.filter("BadFilter").creating(c -> badFilter(failure, c)));

    assertThat(problems(enabling("BadFilter"), plugins))
        .singleElement()
        .asString()
        .contains("The filter BadFilter cannot be created", expected, "FakeFilter (file:");
  }

  private static HostFilter refused(long option) {
    throw new AssertionError("The option was given: " + option);
  }

  private static HostFilter badFilter(
      String failure, org.filterscheduler.spi.PluginContext context) {
    return switch (failure) {
      case "create throws" -> throw new IllegalStateException("no rack");
      case "create is null" -> null;
      case "dimensions throw" ->
          new FilterOf(
              () -> {
                throw new IllegalStateException("no dimensions");
              });
      case "dimensions are null" -> new FilterOf(() -> null);
      case "dimensions hold null" -> new FilterOf(() -> Collections.singletonList(null));
      case "undeclared option" -> refused(context.option(LIMIT));
      default -> badFilter(failure, context);
    };
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0.0", "Infinity, 0.0", "1.0, NaN", "1.0, -Infinity"})
  void create_weigherThatIsNotFinite_isNamed(double multiplier, double minimum) {
    HostWeigher bad = new WeigherOf(multiplier, OptionalDouble.of(minimum));
    Plugins plugins = PLUGINS.with(TestPlugins.weigher("BadWeigher").creating(context -> bad));

    assertThat(problems(weighing("BadWeigher"), plugins))
        .singleElement()
        .asString()
        .contains("The weigher BadWeigher cannot be created", "not finite");
  }

  @Test
  void create_weigherWithoutFixedMinimum_isNamed() {
    HostWeigher bad = new WeigherOf(1.0, null);
    Plugins plugins = PLUGINS.with(TestPlugins.weigher("BadWeigher").creating(context -> bad));

    assertThat(problems(weighing("BadWeigher"), plugins))
        .singleElement()
        .asString()
        .contains("fixedMinimum() returned null");
  }

  @Test
  void create_ruleThatThrows_isAProblemOfItsOption() {
    OptionSpec<Long> bad =
        OptionSpec.integer("filters.BadFilter.limit", 1)
            .mustBe(
                "something",
                value -> {
                  throw new IllegalStateException("no rule");
                });
    Plugins plugins = PLUGINS.with(TestPlugins.filter("BadFilter").options(bad));

    assertThat(problems(enabling("BadFilter").with(bad.path(), 1), plugins))
        .singleElement()
        .asString()
        .contains("filters.BadFilter.limit (1)", "the rule of the option threw", "no rule");
  }

  @Test
  void create_defaultsOfTheOptions_giveThePolicyOfTheReference() {
    Policy policy = create(enabling("RackFilter", "AcmeFilter"), PLUGINS);

    assertThat(policy.filters())
        .extracting(Policy.Filter::name)
        .containsExactly("RackFilter", "AcmeFilter");
    assertThat(policy.weighers()).isEmpty();
    assertThat(policy.hostSubsetSize()).isEqualTo(1);
    assertThat(policy.shuffleBest()).isFalse();
    assertThat(policy.maxAttempts()).isEqualTo(3);
    assertThat(policy.quirks()).isEqualTo(Policy.Quirks.NONE);
    assertThat(warnings).isEmpty();
  }

  @Test
  void create_optionsOfTheEngine_reachThePolicy() {
    Policy policy =
        create(
            enabling()
                .with("host-subset-size", "5")
                .with("shuffle-best-same-weighed-hosts", true)
                .with("max-attempts", 1),
            PLUGINS);

    assertThat(policy.hostSubsetSize()).isEqualTo(5);
    assertThat(policy.shuffleBest()).isTrue();
    assertThat(policy.maxAttempts()).isEqualTo(1);
  }

  @Test
  void create_pike_turnsAllQuirksOn() {
    Policy policy = create(enabling().with("compatibility", "pike"), PLUGINS);

    assertThat(policy.quirks()).isEqualTo(Policy.Quirks.PIKE);
  }

  @Test
  void create_switchThatIsSet_winsOverTheGroup() {
    Policy policy =
        create(
            enabling()
                .with("compatibility", "pike")
                .with("compatibility-switches.swap-is-free", false)
                .with("on-plugin-failure", "reject-host"),
            PLUGINS);

    assertThat(policy.quirks()).isEqualTo(new Policy.Quirks(false, true, false, true));
  }

  @Test
  void create_switchesOneByOne_areIndependent() {
    assertThat(quirks("compatibility-switches.swap-is-free", true).swapIsFree()).isTrue();
    assertThat(quirks("compatibility-switches.request-is-blind", true).requestIsBlind()).isTrue();
    assertThat(quirks("on-plugin-failure", "fail-request").failuresFailRequests()).isTrue();
    assertThat(quirks("compatibility-switches.shared-instance-uuid", true))
        .isEqualTo(new Policy.Quirks(false, false, false, true));
  }

  private Policy.Quirks quirks(String option, Object value) {
    return create(enabling().with(option, value), PLUGINS).quirks();
  }

  @Test
  void create_allWeighers_areTheFoundOnesEachOnce() {
    Policy policy =
        create(enabling().with("enabled-weighers", List.of("BoldWeigher", "all")), PLUGINS);

    assertThat(policy.weighers())
        .extracting(Policy.Weigher::name)
        .containsExactly("BoldWeigher", "AcmeWeigher");
  }

  @Test
  void create_pluginThatReadsItsOption_getsTheValueOrTheDefault() {
    List<Long> read = new ArrayList<>();
    Plugins plugins =
        Plugins.empty()
            .with(
                TestPlugins.filter("AcmeFilter")
                    .options(LIMIT)
                    .creating(
                        context -> {
                          read.add(context.option(LIMIT));
                          return HostFilter.of((host, request) -> true);
                        }));

    create(enabling("AcmeFilter"), plugins);
    create(enabling("AcmeFilter").with(LIMIT.path(), "12"), plugins);

    assertThat(read).containsExactly(8L, 12L);
  }

  @Test
  void create_pluginThatWarnsOften_isHeardOncePerKey() {
    Plugins plugins =
        Plugins.empty()
            .with(
                TestPlugins.filter("AcmeFilter")
                    .creating(
                        context -> {
                          context.warnOnce("a", () -> "first");
                          context.warnOnce("a", () -> "first again");
                          context.warnOnce("b", () -> "second");
                          assertThat(context.clock()).isSameAs(CLOCK);
                          return HostFilter.of((host, request) -> true);
                        }));

    create(enabling("AcmeFilter"), plugins);

    assertThat(warnings).containsExactly("AcmeFilter: first", "AcmeFilter: second");
  }

  @Test
  void once_withoutEndOfKeys_stopsWithOneLastWarning() {
    PluginWarnings plugin = new PluginWarnings("AcmeFilter", warnings::add);

    for (int i = 0; i < 5000; i++) {
      plugin.once("host-" + i, () -> "is odd");
    }

    assertThat(warnings).hasSize(1001);
    assertThat(warnings.get(1000)).contains("no more are passed on");
  }

  @Test
  void create_warningsOfTheConfiguration_arePassedOnOnce() {
    create(enabling("AcmeFilter").withWarning("odd"), PLUGINS);

    assertThat(warnings).containsExactly("odd");
  }

  @Test
  void inventorySettings_nothingSet_areTheDefaults() {
    assertThat(settings(UnaryOperator.identity())).isEqualTo(InventorySettings.DEFAULT);
    assertThat(warnings).isEmpty();
  }

  @Test
  void inventorySettings_ratioOfZero_isTheBuiltIn() {
    InventorySettings settings =
        settings(c -> c.with("cpu-allocation-ratio", 0.0).with("ram-allocation-ratio", "0"));

    assertThat(settings).isEqualTo(InventorySettings.DEFAULT);
  }

  @Test
  void inventorySettings_allSet_areTaken() {
    InventorySettings settings =
        settings(
            c ->
                c.with("ram-allocation-ratio", 1)
                    .with("cpu-allocation-ratio", 4.5)
                    .with("disk-allocation-ratio", 2)
                    .with("service-down-time", "2 minutes")
                    .with("claim-timeout", Duration.ofSeconds(5))
                    .with("claim-memory", "1 day")
                    .with("claim-memory-limit", 7));

    assertThat(settings)
        .isEqualTo(
            new InventorySettings(
                1.0,
                4.5,
                2.0,
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofDays(1),
                7));
  }

  @ParameterizedTest
  @CsvSource({"60 s, 60 s, 150 s", "5 s, 25 s, 62 s", "1 s, 1 s, 2 s", "10 ms, 100 ms, 250 ms"})
  void inventorySettings_downTimeWithinTheInterval_isMadeLongerWithAWarning(
      String down, String interval, String expected) {
    InventorySettings settings =
        settings(c -> c.with("service-down-time", down).with("report-interval", interval));

    assertThat(OptionTypes.write(settings.serviceDownTime())).isEqualTo(expected);
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains(
            "service-down-time (" + down, "report-interval (" + interval, expected + " is used");
  }

  @Test
  void inventorySettings_wrongOptions_listsThemAll() {
    var thrown =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                settings(
                    c ->
                        c.with("claim-timeout", "0 s")
                            .with("claim-memory", "-1 s")
                            .with("claim-patience", 1)));

    assertThat(thrown.problems())
        .hasSize(3)
        .anyMatch(problem -> problem.contains("claim-timeout (0 s), set by the program, must be"))
        .anyMatch(problem -> problem.contains("claim-memory (-1 s)"))
        .anyMatch(problem -> problem.contains("claim-patience (1)"));
  }

  private InventorySettings settings(UnaryOperator<SchedulerConfiguration> change) {
    return PolicyFactory.inventorySettings(
        change.apply(SchedulerConfiguration.defaults()), PLUGINS, warnings::add);
  }

  private Policy create(SchedulerConfiguration configuration, Plugins plugins) {
    return PolicyFactory.create(configuration, plugins, CLOCK, warnings::add);
  }

  private List<String> problems(SchedulerConfiguration configuration, Plugins plugins) {
    return catchThrowableOfType(ConfigurationException.class, () -> create(configuration, plugins))
        .problems();
  }

  private static SchedulerConfiguration enabling(String... filters) {
    return SchedulerConfiguration.defaults()
        .with("enabled-filters", List.of(filters))
        .with("enabled-weighers", List.of());
  }

  private static SchedulerConfiguration weighing(String... weighers) {
    return enabling().with("enabled-weighers", List.of(weighers));
  }

  private record FilterOf(java.util.function.Supplier<List<CapacityDimension>> supplier)
      implements HostFilter {
    @Override
    public HostCheck prepare(RequestSpec request, ClusterView cluster) {
      return HostCheck.everything();
    }

    @Override
    public List<CapacityDimension> dimensions() {
      return supplier.get();
    }
  }

  private record WeigherOf(double multiplier, OptionalDouble fixedMinimum) implements HostWeigher {
    @Override
    public HostScore prepare(RequestSpec request, ClusterView cluster) {
      return HostScore.none();
    }
  }
}
