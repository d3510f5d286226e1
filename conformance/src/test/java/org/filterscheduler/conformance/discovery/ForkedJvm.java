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

/** A JVM of its own, with what these tests have on their class path. */
final class ForkedJvm {
  /** What the tests bring along, and no program has. */
  private static final Predicate<String> OF_TESTS =
      Pattern.compile("test-classes|junit|jqwik|assertj|opentest4j|apiguardian|byte-buddy|surefire")
          .asPredicate();

  private final List<String> options;

  private ForkedJvm(List<String> options) {
    this.options = options;
  }

  static ForkedJvm onClassPath(Path... more) {
    return new ForkedJvm(List.of("-cp", join(Stream.concat(classPath(), Stream.of(more)))));
  }

  /** The main class itself stays on the class path: it is no part of what is tested. */
  static ForkedJvm onModulePath(Path... more) {
    String modules = join(Stream.concat(classPath().filter(OF_TESTS.negate()), Stream.of(more)));
    String tests = join(classPath().filter(entry -> entry.contains("test-classes")));
    return new ForkedJvm(List.of("-p", modules, "--add-modules", "ALL-MODULE-PATH", "-cp", tests));
  }

  /** Returns the lines that a main class prints. */
  List<String> run(Class<?> mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.addAll(options);
    command.add(mainClass.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static String join(Stream<?> entries) {
    return entries.map(String::valueOf).collect(Collectors.joining(File.pathSeparator));
  }
}
