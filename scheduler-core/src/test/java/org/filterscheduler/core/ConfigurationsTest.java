package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationsTest {
  @TempDir Path folder;

  @Test
  void parse_malformedText_namesTheLineAndWhatIsWrong() {
    assertThatThrownBy(() -> Configurations.parse("filter-scheduler {\n  max-attempts = = 3\n}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the text: line 2: ")
        .hasMessageContaining("=");
  }

  @Test
  void parse_substitutionOfNothing_namesIt() {
    assertThatThrownBy(() -> Configurations.parse("filter-scheduler.max-attempts = ${nothing}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the text: line 1")
        .hasMessageContaining("${nothing}");
  }

  @Test
  void parse_rootThatIsNoBlock_saysSo() {
    assertThatThrownBy(() -> Configurations.parse("filter-scheduler = 3"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "filter-scheduler (3), the text: line 1, must be a block of options."
                + " Write filter-scheduler { ... }.");
  }

  @Test
  void parse_optionsWithoutTheirBlock_warns() {
    SchedulerConfiguration read = Configurations.parse("max-attempts = 3");

    assertThat(read.settings()).isEmpty();
    assertThat(read.warnings())
        .singleElement()
        .asString()
        .contains("no block filter-scheduler", "max-attempts", "nothing of it is used");
  }

  @Test
  void read_fileThatIsNotThere_namesIt() {
    Path missing = folder.resolve("missing.conf");

    assertThatThrownBy(() -> Configurations.read(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("missing.conf");
  }

  @Test
  void read_malformedFile_namesTheFileAndTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.conf"), "a = 1\nb = [1, 2\n");

    assertThatThrownBy(() -> Configurations.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("bad.conf: line ");
  }

  @Test
  void read_json_keepsValuesAndLines() throws IOException {
    String text = "{\n\"filter-scheduler\": {\n\"max-attempts\": 5,\n\"engine\": \"plain\"}}";
    Path file = Files.writeString(folder.resolve("good.json"), text);

    SchedulerConfiguration read = Configurations.read(file);

    assertThat(read.settings()).containsOnlyKeys("max-attempts", "engine");
    assertThat(read.settings().get("max-attempts").value()).isEqualTo(5);
    assertThat(read.settings().get("max-attempts").origin()).endsWith("good.json: line 3");
  }

  @Test
  void read_include_namesTheIncludedFile() throws IOException {
    Files.writeString(folder.resolve("other.conf"), "\nfilter-scheduler.max-attempts = 7");
    Path file = Files.writeString(folder.resolve("main.conf"), "include \"other.conf\"");

    SchedulerConfiguration read = Configurations.read(file);

    assertThat(read.settings().get("max-attempts").origin()).endsWith("other.conf: line 2");
  }

  @Test
  void parse_nestedOptions_areFlattenedAndDefaultsAreNotTaken() {
    SchedulerConfiguration read =
        Configurations.parse(
            "filter-scheduler {\n weighers { AcmeWeigher.multiplier = -2.5 }\n enabled-filters = []"
                + "\n}\nother.library = 1");

    assertThat(read.settings())
        .containsOnlyKeys("weighers.AcmeWeigher.multiplier", "enabled-filters");
    assertThat(read.settings().get("weighers.AcmeWeigher.multiplier").value()).isEqualTo(-2.5);
    assertThat(read.settings().get("enabled-filters").value()).isEqualTo(List.of());
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void parse_defaultListWithOneMore_refersToTheReference() {
    SchedulerConfiguration read =
        Configurations.parse(
            "filter-scheduler.enabled-filters = ${filter-scheduler.enabled-filters} [AcmeFilter]");

    List<String> expected =
        new java.util.ArrayList<>(EngineOptions.enabledFilters().defaultValue());
    expected.add("AcmeFilter");
    assertThat(read.settings().get("enabled-filters").value()).isEqualTo(expected);
  }

  @Test
  void load_applicationOnTheClassPath_isRead() throws IOException {
    Files.writeString(
        folder.resolve("application.conf"), "filter-scheduler { host-subset-size = 4 }");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader =
        new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      SchedulerConfiguration read = Configurations.load();

      assertThat(read.settings()).containsOnlyKeys("host-subset-size");
      assertThat(read.settings().get("host-subset-size").origin())
          .endsWith("application.conf: line 1");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void reference_setsNothingButTheDefaultsOfTheEngine() {
    var reference = com.typesafe.config.ConfigFactory.parseResources("reference.conf").resolve();
    SchedulerConfiguration all =
        HoconSettings.of(reference, com.typesafe.config.ConfigFactory.empty());
    List<String> problems = new java.util.ArrayList<>();
    OptionValues values = OptionValues.check(all, OptionSchema.of(Plugins.empty()), problems);

    assertThat(problems).isEmpty();
    for (OptionSpec<?> option : EngineOptions.all()) {
      assertThat(values.get(option)).as(option.path()).isEqualTo(option.defaultValue());
      boolean follows = option.path().startsWith("compatibility-switches");
      follows |= option.path().equals("on-plugin-failure");
      assertThat(values.isSet(option))
          .as("reference.conf sets " + option.path())
          .isEqualTo(!follows);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 3, 3",
    "INTEGER, -9223372036854775808, -9223372036854775808",
    "INTEGER, 9223372036854775808,",
    "INTEGER, 3.5,",
    "INTEGER, three,",
    "INTEGER, '',",
    "NUMBER, 1e3, 1000.0",
    "NUMBER, -.5, -0.5",
    "NUMBER, NaN,",
    "NUMBER, Infinity,",
    "NUMBER, 1e999,",
    "NUMBER, 1d,",
    "NUMBER, 0x10,",
    "NUMBER, '1,5',",
    "BOOLEAN, true, true",
    "BOOLEAN, No, false",
    "BOOLEAN, 1,",
    "BOOLEAN, maybe,",
    "TEXT, any, any",
    "TEXTS, one, [one]",
    "TEXTS, 'one, two',",
    "TEXTS, ' ',",
    "DURATION, 60 s, PT1M",
    "DURATION, 10 minutes, PT10M",
    "DURATION, 1.5h, PT1H30M",
    "DURATION, -1 s, PT-1S",
    "DURATION, 60,",
    "DURATION, 60 parsecs,",
    "DURATION, soon,",
  })
  void convert_text_isOfTheTypeOrRefused(OptionSpec.Type type, String text, String expected) {
    Object value = OptionTypes.convert(type, text);

    assertThat(value == null ? null : value.toString()).isEqualTo(expected);
  }

  @Test
  void convert_otherThanTexts_isOfTheTypeOrRefused() {
    assertThat(OptionTypes.convert(OptionSpec.Type.INTEGER, 3)).isEqualTo(3L);
    assertThat(OptionTypes.convert(OptionSpec.Type.INTEGER, true)).isNull();
    assertThat(OptionTypes.convert(OptionSpec.Type.NUMBER, 3L)).isEqualTo(3.0);
    assertThat(OptionTypes.convert(OptionSpec.Type.NUMBER, Double.NaN)).isNull();
    assertThat(OptionTypes.convert(OptionSpec.Type.TEXT, List.of())).isNull();
    assertThat(OptionTypes.convert(OptionSpec.Type.TEXTS, List.of("a", 1)))
        .isEqualTo(List.of("a", "1"));
    assertThat(OptionTypes.convert(OptionSpec.Type.TEXTS, List.of(List.of()))).isNull();
    assertThat(OptionTypes.convert(OptionSpec.Type.DURATION, 60)).isNull();
    assertThat(OptionTypes.convert(OptionSpec.Type.DURATION, Duration.ofHours(1)))
        .isEqualTo(Duration.ofHours(1));
  }
}
