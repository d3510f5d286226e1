package org.filterscheduler.examples.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Configurations;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.input.TraceFiles;

/** A replay against one that was written without the library. */
final class ReplayTest {
  private static final SchedulerConfiguration CONFIGURATION =
      Configurations.parse(
          """
          filter-scheduler {
            enabled-filters = ${filter-scheduler.enabled-filters} [GpuModelFilter]
            enabled-weighers = ${filter-scheduler.enabled-weighers} []
            cpu-allocation-ratio = 1.0
            ram-allocation-ratio = 1.0
          }
          """);

  @Example
  void run_sampleTrace_placesAsTheIndependentReplay() {
    List<TraceNode> nodes = TraceFiles.nodes(Path.of("samples/nodes.csv"));
    List<TracePod> pods = TraceFiles.pods(Path.of("samples/pods.csv"));

    assertThat(hashOf(nodes, pods)).isEqualTo(hash(IndependentReplay.run(nodes, pods)));
  }

  @Example
  void run_podThatLeavesWhenItComes_givesItsPlaceToTheNext() {
    List<TraceNode> nodes = List.of(new TraceNode("a", 1000, 100, 0, ""));
    List<TracePod> pods =
        List.of(
            new TracePod("short", 1000, 1, 0, 0, "", 5, 5),
            new TracePod("next", 1000, 1, 0, 0, "", 5, 9),
            new TracePod("refused", 1000, 1, 0, 0, "", 5, 9),
            new TracePod("later", 1000, 1, 0, 0, "", 9, TimedRequest.NEVER));

    ReplayResult result = replay(nodes, pods);

    assertThat(result.placed()).isEqualTo(3);
    assertThat(result.refusals())
        .containsExactly(new RefusalCounts.Count("CoreFilter", "insufficient-vcpus", 1, "refused"));
    assertThat(result.sound()).isTrue();
  }

  /** Whatever the trace: the same placements, no host above its capacity, nothing left behind. */
  @Property(tries = 200)
  void run_anyTrace_placesAsTheIndependentReplay(
      @ForAll("nodes") List<TraceNode> nodes, @ForAll("pods") List<TracePod> pods) {
    ReplayResult result = replay(nodes, pods);
    Map<String, String> expected = IndependentReplay.run(nodes, pods);

    assertThat(result.placed()).isEqualTo(expected.size());
    assertThat(result.placementsSha256()).isEqualTo(hash(expected));
    assertThat(result.sound()).isTrue();
    assertThat(result.placed() + result.refused()).isEqualTo(pods.size());
  }

  @Provide
  Arbitrary<List<TraceNode>> nodes() {
    Arbitrary<TraceNode> node =
        Combinators.combine(
                Arbitraries.longs().between(1, 10),
                Arbitraries.longs().between(0, 10),
                Arbitraries.longs().between(0, 2),
                Arbitraries.of("", "T4", "P100"))
            .as((cpu, memory, gpus, model) -> new TraceNode("?", cpu, memory, gpus, model));
    return node.list().ofMinSize(1).ofMaxSize(6).map(ReplayTest::named);
  }

  @Provide
  Arbitrary<List<TracePod>> pods() {
    Arbitrary<TracePod> pod =
        Combinators.combine(
                Arbitraries.integers().between(0, 6),
                Arbitraries.longs().between(0, 6),
                Arbitraries.longs().between(0, 2),
                Arbitraries.of(0L, 300L, 500L, 1000L),
                Arbitraries.of("", "", "", "T4", "T4|P100", "V100"),
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, 8))
            .as(
                (cpu, memory, gpus, milli, spec, at, stay) ->
                    new TracePod("?", cpu, memory, gpus, milli, spec, at, at + stay));
    return pod.list().ofMinSize(1).ofMaxSize(40).map(ReplayTest::numbered);
  }

  private static List<TraceNode> named(List<TraceNode> nodes) {
    return IntStream.range(0, nodes.size())
        .mapToObj(
            i -> {
              TraceNode node = nodes.get(i);
              return new TraceNode(
                  "n" + i, node.cpuMilli(), node.memoryMib(), node.gpus(), node.model());
            })
        .toList();
  }

  private static List<TracePod> numbered(List<TracePod> pods) {
    return IntStream.range(0, pods.size())
        .mapToObj(
            i -> {
              TracePod pod = pods.get(i);
              return new TracePod(
                  "p" + i,
                  pod.cpuMilli(),
                  pod.memoryMib(),
                  pod.numGpu(),
                  pod.gpuMilli(),
                  pod.gpuSpec(),
                  pod.created(),
                  pod.deleted());
            })
        .toList();
  }

  private static ReplayResult replay(List<TraceNode> nodes, List<TracePod> pods) {
    return new Replay(nodes, pods, CONFIGURATION, Plugins.load()).run(() -> {});
  }

  private static String hashOf(List<TraceNode> nodes, List<TracePod> pods) {
    return replay(nodes, pods).placementsSha256();
  }

  private static String hash(Map<String, String> placements) {
    PlacementHash hash = new PlacementHash();
    placements.forEach(hash::add);
    return hash.value();
  }
}
