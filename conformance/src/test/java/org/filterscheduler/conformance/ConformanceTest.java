package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case a test of its own: in Nova's mode, where all must agree, and in default mode, where
 * the answers that differ are listed with the switches that explain them. All engines answer alike.
 *
 * <p>{@code -Dconformance.dir=DIR} runs the cases of another directory instead, in Nova's mode
 * only: the list of differences is about the cases of this module.
 */
final class ConformanceTest {
  private static final CaseDirectory DIRECTORY = CaseDirectory.chosen();
  private static final List<ConformanceCase> CASES = CaseReader.read(DIRECTORY.path());
  private static final Set<String> PLUGINS = Stage.plugins();
  private static final ListedDifferences LISTED = ListedDifferences.load();

  @Test
  void cases_areThere() {
    assertThat(CASES).as("cases in %s", DIRECTORY.path()).isNotEmpty();
    assertThat(CASES).extracting(ConformanceCase::id).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> pike_answersAsNova() {
    return onAll(
        engine -> CASES.stream().filter(test -> isSupported(test, Tally.of(engine))),
        ConformanceTest::agreesWithNova);
  }

  /**
   * Makes a test of each case on each engine: the name of the latter is added but for the plain.
   */
  private static Stream<DynamicTest> onAll(
      Function<Engine, Stream<ConformanceCase>> cases,
      BiConsumer<ConformanceCase, Engine> judgement) {
    return Engine.all().stream()
        .flatMap(engine -> cases.apply(engine).map(test -> test(test, engine, judgement)));
  }

  private static DynamicTest test(
      ConformanceCase test, Engine engine, BiConsumer<ConformanceCase, Engine> judgement) {
    String name = engine == Engine.PLAIN ? test.id() : test.id() + " on " + engine;
    return DynamicTest.dynamicTest(name, () -> judgement.accept(test, engine));
  }

  private static void agreesWithNova(ConformanceCase test, Engine engine) {
    boolean agrees = false;
    try {
      Outcome outcome = Judge.any(test, Mode.PIKE.on(engine));
      agrees = outcome.agrees();
      assertThat(outcome.differences()).as(test.id()).isEmpty();
    } finally {
      Tally.of(engine).ran(test.id(), agrees);
    }
  }

  /** In which order hosts were registered decides nothing but ties. */
  @TestFactory
  Stream<DynamicTest> pike_hostsReversed_answersAsNova() {
    return onAll(
        engine ->
            CASES.stream()
                .filter(test -> test.kind() == ConformanceCase.Kind.SCHEDULE)
                .filter(test -> PLUGINS.containsAll(test.plugins())),
        ConformanceTest::agreesReversed);
  }

  private static void agreesReversed(ConformanceCase test, Engine engine) {
    Outcome outcome = Judge.any(test.reversed(), Mode.PIKE.on(engine));
    assertThat(outcome.differences()).as(test.id()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> defaultMode_differsWhereListed() {
    return onAll(engine -> ownCases(), ConformanceTest::differsWhereListed);
  }

  private static void differsWhereListed(ConformanceCase test, Engine engine) {
    Outcome outcome = Judge.any(test, Mode.DEFAULT.on(engine));
    Optional<ListedDifferences.Listed> listed = LISTED.find(test.id());
    if (listed.isEmpty()) {
      assertThat(outcome.differences()).as(() -> howToList(test, outcome)).isEmpty();
      return;
    }
    assertThat(outcome.differences()).as("%s is listed, so it must differ", test).isNotEmpty();
    assertThat(outcome.answer()).as("%s as listed", test).isEqualTo(listed.get().answer());
  }

  private static String howToList(ConformanceCase test, Outcome outcome) {
    return outcome.agrees()
        ? test.id()
        : test + " is not listed. If it shall differ:\n" + ListedDifferences.line(test, outcome);
  }

  /** The switches that are listed are the whole explanation: with them, the default agrees. */
  @TestFactory
  Stream<DynamicTest> defaultMode_withTheListedSwitches_answersAsNova() {
    return onAll(
        engine -> ownCases().filter(test -> LISTED.find(test.id()).isPresent()),
        ConformanceTest::isExplained);
  }

  private static void isExplained(ConformanceCase test, Engine engine) {
    List<String> switches = LISTED.find(test.id()).orElseThrow().switches();
    assertThat(Judge.any(test, Mode.defaultWith(switches).on(engine)).differences()).isEmpty();
  }

  @Test
  void listedDifferences_areOfCases() {
    Set<String> ids = new TreeSet<>();
    CaseReader.read(CaseDirectory.ownCases().path()).forEach(test -> ids.add(test.id()));
    assertThat(ids).containsAll(LISTED.ids());
  }

  private static Stream<ConformanceCase> ownCases() {
    return CASES.stream()
        .filter(test -> DIRECTORY.bundled() && PLUGINS.containsAll(test.plugins()));
  }

  private static boolean isSupported(ConformanceCase test, Tally tally) {
    Set<String> missing = new TreeSet<>(test.plugins());
    missing.removeAll(PLUGINS);
    if (!missing.isEmpty()) {
      tally.notSupported(test.id(), missing);
    }
    return missing.isEmpty();
  }
}
