package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.filterscheduler.api.Destination;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.HostFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 4, step 1 of the specification. */
final class PreSelectionTest {
  private static final HostKey A1 = new HostKey("a", "n1");
  private static final HostKey A2 = new HostKey("a", "n2");
  private static final HostKey B = new HostKey("B", "n3");
  private static final HostKey C = new HostKey("c", "N3");

  // spotless:off
  static Stream<Arguments> cases() {
    return Stream.of(
        row("nothing said",             r -> r,                                     A1, A2, B, C),
        row("destination, any node",    r -> r.requestedDestination(to("a", null)), A1, A2),
        row("destination, one node",    r -> r.requestedDestination(to("a", "n2")), A2),
        row("destination of other case", r -> r.requestedDestination(to("b", null))),
        row("ignored, any case",        r -> r.ignoreHosts(List.of("A", "b")),      C),
        row("ignored, unknown",         r -> r.ignoreHosts(List.of("x")),           A1, A2, B, C),
        row("forced host, any case",    r -> r.forceHosts(List.of("A", "C")),       A1, A2, C),
        row("forced node, exact",       r -> r.forceNodes(List.of("n3")),           B),
        row("both forced: both hold",   r -> r.forceHosts(List.of("a")).forceNodes(List.of("n1", "n3")), A1),
        row("forced and ignored",       r -> r.forceHosts(List.of("a")).ignoreHosts(List.of("a"))),
        row("destination and ignored",  r -> r.requestedDestination(to("a", null)).ignoreHosts(List.of("A"))));
  }
  // spotless:on

  private static Destination to(String host, String node) {
    return new Destination(host, node);
  }

  private static Arguments row(
      String name, UnaryOperator<RequestSpec.Builder> request, HostKey... left) {
    return Arguments.of(name, request, List.of(left));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void recommend_ofARequestThatNamesHosts_leavesThose(
      String name, UnaryOperator<RequestSpec.Builder> request, List<HostKey> left) {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> true));
    RequestSpec spec = request.apply(TestScheduler.request("i-1")).build();

    assertThat(scheduler.recommend(spec, 9)).as(name).extracting(one -> one.host()).isEqualTo(left);
  }

  @Test
  void recommend_ofAForcedRequest_skipsTheFilters() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> false));
    RequestSpec forced = TestScheduler.request("i-1").forceHosts(List.of("a")).build();

    assertThat(scheduler.recommend(forced, 9)).hasSize(2);
  }

  @Test
  void recommend_ofAForcedRequestWithACheckType_runsTheFilters() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> false));
    RequestSpec checked =
        TestScheduler.request("i-1")
            .forceHosts(List.of("a"))
            .hints(Map.of(RequestSpec.CHECK_TYPE_HINT, List.of("live_migrate")))
            .build();

    assertThat(scheduler.recommend(checked, 9)).isEmpty();
  }

  @Test
  void explain_ofARequestThatNamesHosts_countsEachStep() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> true));
    RequestSpec spec =
        TestScheduler.request("i-1")
            .requestedDestination(to("a", null))
            .ignoreHosts(List.of("c"))
            .forceNodes(List.of("n2"))
            .build();

    List<String> steps = new ArrayList<>();
    for (Explanation.Step step : explain(scheduler, spec).steps()) {
      steps.add(step.name() + " " + step.hostsIn() + " " + step.hostsOut() + step.filter());
    }
    assertThat(steps)
        .containsExactly(
            "requested-destination 4 2false", "ignore-hosts 2 2false", "force-nodes 2 1false");
  }

  @Test
  void explain_whenAClassThatNoFilterKnowsDoesNotFit_namesItAndWhatLacks() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> true));
    Explanation explanation = explain(scheduler, withGpus(3).build());

    assertThat(explanation.chosen()).isNull();
    assertThat(explanation.steps().get(0).name()).isEqualTo("resources");
    assertThat(explanation.steps().get(0).reasons().get(0).code())
        .isEqualTo("insufficient-CUSTOM_GPU");
    assertThat(explanation.nearestMisses().get(0))
        .hasToString(
            "c/N3: resources insufficient-CUSTOM_GPU (lacks 1 CUSTOM_GPU)"
                + " [needed=3, ratio=1.0, reserved=0, total=2, used=0]");
  }

  @Test
  void select_ofAClassThatNoFilterKnows_neverOverbooksIt() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> true));

    assertThat(scheduler.select(withGpus(1).build()).scheduled()).isPresent();
    assertThat(scheduler.select(withGpus(1).build()).scheduled()).isPresent();
    assertThat(scheduler.select(withGpus(1).build()).refusal()).isPresent();
  }

  @Test
  void select_ofAClassThatDoesNotFit_isNotAskedOfForcedRequestsAndRebuilds() {
    DefaultFilterScheduler scheduler = scheduler(HostFilter.of((host, asked) -> true));

    assertThat(scheduler.recommend(withGpus(9).forceHosts(List.of("a")).build(), 9)).hasSize(2);
    assertThat(scheduler.recommend(withGpus(9).kind(RequestKind.REBUILD).build(), 9)).hasSize(4);
  }

  private static RequestSpec.Builder withGpus(int count) {
    Flavor flavor =
        Flavor.builder("gpu")
            .extraSpecs(Map.of("resources:CUSTOM_GPU", String.valueOf(count)))
            .build();
    return RequestSpec.builder(flavor).instanceUuid("i-" + count);
  }

  private static Explanation explain(DefaultFilterScheduler scheduler, RequestSpec spec) {
    return scheduler.explain(spec, scheduler.inventory().snapshot());
  }

  private static DefaultFilterScheduler scheduler(HostFilter filter) {
    ResourceClass gpu = new ResourceClass("CUSTOM_GPU");
    return TestScheduler.with()
        .filter("Any", filter)
        .host(TestHosts.report(A1, 1))
        .host(TestHosts.report(A2, 1))
        .host(TestHosts.report(B, 1))
        .host(TestHosts.report(C, 1).toBuilder().total(gpu, 2).build())
        .build();
  }
}
