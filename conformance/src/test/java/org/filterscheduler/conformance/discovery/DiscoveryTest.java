package org.filterscheduler.conformance.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The plug-ins of a third party, built apart, are found and used like the built-in ones: in a JVM
 * of its own, on the class path and on the module path.
 */
final class DiscoveryTest {
  /** What the tests bring along, and no program has. */
  private static final Predicate<String> OF_TESTS =
      Pattern.compile("test-classes|junit|jqwik|assertj|opentest4j|apiguardian|byte-buddy|surefire")
          .asPredicate();

  @Test
  void probe_onTheClassPath_findsAndUsesAThirdPartysFilter() throws Exception {
    String everything = classPath().collect(Collectors.joining(File.pathSeparator));

    List<String> said = run(List.of("-cp", everything));

    assertFoundAndUsed(said);
    assertThat(of("location", said)).noneMatch(location -> location.contains("module "));
  }

  @Test
  void probe_onTheModulePath_findsAndUsesAThirdPartysFilter() throws Exception {
    List<String> said = run(onModulePath());

    assertFoundAndUsed(said);
    assertThat(of("location", said))
        .singleElement()
        .asString()
        .startsWith("module org.filterscheduler.examples.rack, file:");
  }

  @Test
  void probe_byTheModuleLayer_findsTheSame() throws Exception {
    List<String> said = run(onModulePath(), "by-layer");

    assertThat(said).isEqualTo(run(onModulePath()));
  }

  private static void assertFoundAndUsed(List<String> said) {
    assertThat(of("problem", said)).isEmpty();
    assertThat(of("filter", said)).contains("LicenseFilter", "RamFilter").hasSizeGreaterThan(10);
    assertThat(of("weigher", said)).contains("RAMWeigher").hasSizeGreaterThanOrEqualTo(8);
    assertThat(of("answer", said)).containsExactly("host-2", "none");
  }

  private static List<String> of(String what, List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.substring(what.length() + 1))
        .toList();
  }

  /** The probe itself stays on the class path: it is no part of what is tested. */
  private static List<String> onModulePath() {
    String modules =
        classPath().filter(OF_TESTS.negate()).collect(Collectors.joining(File.pathSeparator));
    String probe =
        classPath()
            .filter(entry -> entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of("-p", modules, "--add-modules", "ALL-MODULE-PATH", "-cp", probe);
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static List<String> run(List<String> paths, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.addAll(paths);
    command.add(Probe.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
