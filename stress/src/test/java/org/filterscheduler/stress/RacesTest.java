package org.filterscheduler.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.TestGrading;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * Runs every race. Quickly, it does in this JVM what jcstress does in one that it forks: without
 * the second or more that a fork takes, and on two cores also for races of three. Forked, all is
 * left to jcstress, which compiles all actors in each way there is.
 */
final class RacesTest {
  private static final boolean FORKED = Boolean.getBoolean("stress.forked");
  private static final Path DIRECTORY = Path.of(System.getProperty("stress.directory"));
  private static final double FACTOR =
      Double.parseDouble(System.getProperty("fsched.properties.factor", "1"));
  private static final int MILLIS = (int) Math.max(100, 200 * FACTOR);
  private static final int CPUS = Runtime.getRuntime().availableProcessors();

  private static int races;
  private static long runs;
  private static int outcomes;

  @TestFactory
  Stream<DynamicTest> race_ofThreads_hasNoForbiddenOutcome() {
    return FORKED
        ? Stream.of(DynamicTest.dynamicTest("all, forked", RacesTest::runForked))
        : TestList.tests().stream()
            .sorted()
            .map(name -> DynamicTest.dynamicTest(name, () -> run(TestList.getInfo(name))));
  }

  @AfterAll
  static void printSummary() {
    if (!FORKED) {
      System.out.printf(
          "stress: %d races of %d ms each, %,d runs, %d different outcomes, each allowed%n",
          races, MILLIS, runs, outcomes);
    }
  }

  private static void run(TestInfo race) throws ReflectiveOperationException, IOException {
    TestConfig config = config(race);
    Runner<?> runner =
        Class.forName(race.generatedRunner())
            .asSubclass(Runner.class)
            .getConstructor(ForkedTestConfig.class)
            .newInstance(new ForkedTestConfig(config));
    TestResult result = runner.run();
    result.setConfig(config);
    assertThat(result.status())
        .as(() -> race.name() + ": " + String.join("\n", result.getMessages()))
        .isEqualTo(Status.NORMAL);
    TestGrading grading = TestGrading.grade(result);
    assertThat(grading.failureMessages).as(race.name()).isEmpty();
    assertThat(grading.isPassed).as(race.name()).isTrue();
    races++;
    runs += result.getTotalCount();
    outcomes += result.getStateKeys().size();
  }

  private static TestConfig config(TestInfo race) throws IOException {
    // Few states at a time: making a cloud takes longer than the race in it.
    List<String> arguments =
        List.of(
            "-iters",
            "1",
            "-time",
            String.valueOf(MILLIS),
            "-strideSize",
            "16",
            "-strideCount",
            "2");
    List<String> spinning =
        List.of("-spinStyle", race.threads() > CPUS ? "THREAD_YIELD" : "THREAD_SPIN_WAIT");
    Options options =
        new Options(Stream.concat(arguments.stream(), spinning.stream()).toArray(String[]::new));
    options.parse();
    return new TestConfig(
        options,
        race,
        1,
        List.of(),
        CompileMode.UNIFIED,
        new SchedulingClass(AffinityMode.NONE, race.threads(), NodeType.PACKAGE));
  }

  private static void runForked() throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    Path console = DIRECTORY.resolve("console.txt");
    Process jcstress =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "-m",
                "quick",
                "-sc", // no mix of compilations: what is raced are locks, not fences
                "false",
                "-time",
                String.valueOf(MILLIS))
            .directory(DIRECTORY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile())
            .start();
    assertThat(jcstress.waitFor()).as(() -> "jcstress failed: see " + console).isZero();
    System.out.println("stress: " + lastResults(console) + "; see " + console);
  }

  private static String lastResults(Path console) throws IOException {
    List<String> lines =
        Files.readAllLines(console).stream().filter(line -> line.contains("Results:")).toList();
    return lines.get(lines.size() - 1).strip();
  }
}
