package org.filterscheduler.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled, runs, and is true. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path SOURCES =
      Path.of("src/main/java/org/filterscheduler/examples/embedding");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)[^)]*\\)");

  @Test
  void readme_javaBlocks_standInTheSourcesOfThisModule() throws IOException {
    List<String> blocks =
        JAVA.matcher(readme()).results().map(match -> lines(match.group(1))).toList();

    assertThat(blocks).hasSize(2);
    assertThat(lines(Files.readString(SOURCES.resolve("FifteenLines.java"))))
        .contains(blocks.get(0));
    assertThat(lines(Files.readString(SOURCES.resolve("QuietHostFilterProvider.java"))))
        .contains(blocks.get(1));
  }

  @Test
  void readme_links_leadSomewhere() throws IOException {
    assertThat(LINK.matcher(readme()).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link.group(1))).exists());
  }

  @Test
  void readme_tableOfPlugIns_namesEachOne() throws IOException {
    Plugins plugins = Plugins.load();
    Stream<String> names =
        Stream.concat(plugins.filters().stream(), plugins.weighers().stream())
            .filter(
                plugin ->
                    plugin.provider().startsWith("org.filterscheduler.filters")
                        || plugin.provider().startsWith("org.filterscheduler.weighers"))
            .flatMap(
                plugin ->
                    Stream.concat(
                        Stream.of(plugin.name()),
                        plugin.options().stream().map(option -> option.path())));

    String readme = readme();
    assertThat(names).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
  }

  @Test
  void fifteenLines_run_printTheAnswer() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      FifteenLines.main(new String[0]);
    } finally {
      System.setOut(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Scheduled [vm-1 -> n1]");
  }

  @Test
  void firstFilter_enabled_keepsInstancesFromBusyHosts() {
    FilterScheduler scheduler =
        Schedulers.builder()
            .configuration(
                Configurations.parse(
                    "filter-scheduler.enabled-filters ="
                        + " ${filter-scheduler.enabled-filters} [QuietHostFilter]"))
            .build();
    scheduler.inventory().report(HostReport.builder(HostKey.of("busy")).numIoOps(3).build());
    scheduler.inventory().report(HostReport.builder(HostKey.of("quiet")).numIoOps(2).build());
    RequestSpec request =
        RequestSpec.builder(Flavor.builder("f").build()).instanceUuid("vm-1").build();

    assertThat(scheduler.select(request).scheduled().orElseThrow().first().host().host())
        .isEqualTo("quiet");
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  /** The text without indentation, which differs between a class and a page. */
  private static String lines(String text) {
    return String.join("\n", text.lines().map(String::strip).toList());
  }
}
