package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestScheduler.hosts;
import static org.filterscheduler.core.TestScheduler.request;
import static org.filterscheduler.core.TestScheduler.weigher;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.RequestScore;
import org.filterscheduler.spi.SchedulerListener;
import org.filterscheduler.spi.StateCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a plug-in does wrong costs it the hosts in question, and nobody else anything. */
final class PluginFaultsTest {
  private static final Policy.Quirks FAILING = new Policy.Quirks(false, false, true, false);

  private record Oddity(String name) implements CapacityDimension {
    @Override
    public String unit() {
      return "x";
    }

    @Override
    public double headroom(HostState host) {
      return host.key().host().equals("a") ? Double.NaN : 1;
    }
  }

  private record Unsteady(StringBuilder text) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return true;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("unsteady");
    }
  }

  // ---- filters: of hosts a and b, the filter fails on one or on all

  static Stream<Arguments> filters() {
    return Stream.of(
        Arguments.of("throws in prepare", 2, (HostFilter) (r, c) -> fail()),
        Arguments.of("overflows the stack in prepare", 2, (HostFilter) (r, c) -> overflow()),
        Arguments.of("gives null for a check", 2, (HostFilter) (r, c) -> null),
        Arguments.of(
            "demands NaN",
            2,
            (HostFilter) (r, c) -> new CapacityCheck(new Oddity("o"), Double.NaN)),
        Arguments.of(
            "gives null in a list of checks",
            2,
            (HostFilter) (r, c) -> HostCheck.all((HostCheck) null)),
        Arguments.of(
            "gives a check that cannot be kept",
            2,
            (HostFilter) (r, c) -> new Unsteady(new StringBuilder())),
        Arguments.of(
            "hides one that cannot be kept",
            2,
            (HostFilter)
                (r, c) ->
                    HostCheck.all(
                        HostCheck.everything(),
                        new Unsteady(new StringBuilder()).withLimits((host, out) -> {}))),
        Arguments.of(
            "keeps the view for its check", 2, (HostFilter) PluginFaultsTest::keepingTheView),
        Arguments.of("throws in its check", 1, TestScheduler.throwingOn("a")),
        Arguments.of(
            "lacks a class",
            1,
            onA(
                () -> {
                  throw new NoClassDefFoundError("x/Y");
                })),
        Arguments.of("overflows the stack in its check", 1, onA(PluginFaultsTest::overflow)),
        Arguments.of(
            "has a headroom of NaN",
            1,
            (HostFilter) (r, c) -> new CapacityCheck(new Oddity("o"), 0)),
        Arguments.of(
            "throws in its limits",
            1,
            (HostFilter)
                (r, c) ->
                    HostCheck.everything()
                        .withLimits(
                            (host, out) -> {
                              if (host.key().host().equals("a")) {
                                fail();
                              }
                            })));
  }

  private static HostFilter onA(Runnable deed) {
    return HostFilter.of(
        (host, spec) -> {
          if (host.key().host().equals("a")) {
            deed.run();
          }
          return true;
        });
  }

  private static HostCheck keepingTheView(RequestSpec spec, ClusterView cluster) {
    return (StateCheck) host -> cluster.hostsOf("i-1").isEmpty();
  }

  private static HostCheck fail() {
    throw new IllegalStateException("boom");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static HostCheck overflow() {
    return overflow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void select_withAFilterThat_rejectsTheHostsAndNamesIt(
      String name, int rejected, HostFilter filter) {
    List<String> told = new ArrayList<>();
    var scheduler =
        TestScheduler.with().filter("Odd", filter).hosts("a", "b").listener(listener(told)).build();

    SchedulingResult result = scheduler.select(request("i-1").build());

    if (rejected == 1) {
      assertThat(hosts(result)).containsExactly("b");
    } else {
      Explanation explanation = result.refusal().orElseThrow();
      assertThat(explanation.steps().get(0).reasons().get(0).code()).isEqualTo("plugin-failed");
      assertThat(explanation.steps().get(0).reasons().get(0).count()).isEqualTo(2);
      assertThat(explanation.faults()).hasSize(1);
      assertThat(explanation.faults().get(0)).startsWith("Odd ");
    }
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("Odd: Odd ");
    assertThat(scheduler.inventory().claims()).hasSize(rejected == 1 ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void select_withAFilterThat_failsTheRequestByOption(
      String name, int rejected, HostFilter filter) {
    List<String> told = new ArrayList<>();
    var scheduler =
        TestScheduler.with()
            .quirks(FAILING)
            .filter("Odd", filter)
            .hosts("a", "b")
            .listener(listener(told))
            .build();

    assertThatThrownBy(() -> scheduler.select(request("i-1").build()))
        .isInstanceOfSatisfying(PluginException.class, e -> assertThat(e.plugin()).isEqualTo("Odd"))
        .hasMessageStartingWith("Odd ");
    assertThat(told).hasSize(1);
    assertThat(scheduler.inventory().claims()).isEmpty();
    assertThat(
            scheduler
                .explain(
                    request("i-1").forceHosts(List.of("b")).build(),
                    scheduler.inventory().snapshot())
                .chosen())
        .isEqualTo(HostKey.of("b"));
  }

  @Test
  void select_withAFilterThatGivesNoReason_stillCountsTheHost() {
    HostFilter mute =
        (spec, cluster) ->
            new StateCheck() {
              @Override
              public boolean test(HostState host) {
                return false;
              }

              @Override
              public Reason reason(HostState host) {
                return null;
              }
            };
    var scheduler = TestScheduler.with().filter("Mute", mute).hosts("a", "b").build();

    Explanation explanation = scheduler.select(request("i-1").build()).refusal().orElseThrow();

    assertThat(explanation.steps().get(0).reasons().get(0).code()).isEqualTo("plugin-failed");
    assertThat(explanation.faults().get(0)).contains("Mute", "null");
  }

  @Test
  void select_whenMemoryIsOut_isNotThePlugInsFault() {
    var scheduler =
        TestScheduler.with()
            .filter(
                "Greedy",
                onA(
                    () -> {
                      throw new OutOfMemoryError("heap");
                    }))
            .hosts("a")
            .build();

    assertThatThrownBy(() -> scheduler.select(request("i-1").build()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void select_afterAFault_asksTheHostAgainForTheNextRequest() {
    boolean[] broken = {true};
    HostFilter recovering =
        HostFilter.of(
            (host, spec) -> {
              if (broken[0]) {
                throw new IllegalStateException("boom");
              }
              return !spec.instanceUuid().equals("i-2");
            });
    var scheduler = TestScheduler.with().filter("Recovering", recovering).hosts("a").build();

    assertThat(scheduler.select(request("i-1").build()).refusal()).isPresent();
    broken[0] = false;
    assertThat(scheduler.select(request("i-1").build()).scheduled()).isPresent();
    Explanation explanation = scheduler.select(request("i-2").build()).refusal().orElseThrow();
    assertThat(explanation.steps().get(0).reasons().get(0).code()).isEqualTo("rejected");
    assertThat(explanation.faults()).isEmpty();
  }

  // ---- weighers: of hosts a, b and c, the weigher fails on a or on all

  static Stream<Arguments> weighers() {
    return Stream.of(
        Arguments.of(
            "throws in prepare",
            3,
            odd(
                (r, c) -> {
                  throw new IllegalStateException("boom");
                },
                1,
                0)),
        Arguments.of("gives null for a score", 3, odd((r, c) -> null, 1, 0)),
        Arguments.of(
            "has a multiplier of NaN", 3, odd((r, c) -> (RequestScore) host -> 1, Double.NaN, 0)),
        Arguments.of(
            "has an infinite minimum",
            3,
            odd((r, c) -> (RequestScore) host -> 1, 1, Double.NEGATIVE_INFINITY)),
        Arguments.of("gives NaN", 1, weigher(1, host -> onA(host, Double.NaN))),
        Arguments.of("gives infinity", 1, weigher(1, host -> onA(host, Double.POSITIVE_INFINITY))),
        Arguments.of("throws in its score", 1, weigher(1, PluginFaultsTest::throwingOnA)));
  }

  private static double onA(HostState host, double value) {
    return host.key().host().equals("a") ? value : host.description().position();
  }

  private static double throwingOnA(HostState host) {
    if (host.key().host().equals("a")) {
      throw new ArithmeticException("/ by zero");
    }
    return onA(host, 0);
  }

  private interface Prepare {
    HostScore of(RequestSpec spec, ClusterView cluster);
  }

  private static HostWeigher odd(Prepare prepare, double multiplier, double minimum) {
    return new HostWeigher() {
      @Override
      public HostScore prepare(RequestSpec spec, ClusterView cluster) {
        return prepare.of(spec, cluster);
      }

      @Override
      public double multiplier() {
        return multiplier;
      }

      @Override
      public OptionalDouble fixedMinimum() {
        return OptionalDouble.of(minimum);
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weighers")
  void select_withAWeigherThat_rejectsTheHostsAndNamesIt(
      String name, int rejected, HostWeigher odd) {
    List<String> told = new ArrayList<>();
    var scheduler =
        TestScheduler.with()
            .weigher("Odd", odd)
            .weigher("Fine", weigher(1, HostState::freeMemoryMb))
            .hosts("a", "b", "c")
            .listener(listener(told))
            .build();

    SchedulingResult result = scheduler.select(request("i-1").build());

    if (rejected == 1) {
      assertThat(hosts(result)).containsExactly("c");
      assertThat(result.scheduled().orElseThrow().first().ranking())
          .extracting(one -> one.weight())
          .containsExactly(1.0, 0.0);
    } else {
      Explanation explanation = result.refusal().orElseThrow();
      assertThat(explanation.steps().get(0).name()).isEqualTo("Odd");
      assertThat(explanation.steps().get(0).filter()).isFalse();
      assertThat(explanation.steps().get(0).reasons().get(0).code()).isEqualTo("plugin-failed");
      assertThat(explanation.steps().get(0).reasons().get(0).count()).isEqualTo(3);
    }
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("Odd: Odd ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weighers")
  void select_withAWeigherThat_failsTheRequestByOption(String name, int rejected, HostWeigher odd) {
    var scheduler =
        TestScheduler.with().quirks(FAILING).weigher("Odd", odd).hosts("a", "b").build();

    assertThatThrownBy(() -> scheduler.select(request("i-1").build()))
        .isInstanceOfSatisfying(
            PluginException.class, e -> assertThat(e.plugin()).isEqualTo("Odd"));
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void select_whenFaultsLeaveASingleHost_weighsItNoMore() {
    var scheduler =
        TestScheduler.with()
            .weigher("Odd", weigher(1, host -> onA(host, Double.NaN)))
            .hosts("a", "b")
            .build();

    var selection = scheduler.select(request("i-1").build()).scheduled().orElseThrow().first();

    assertThat(selection.host()).isEqualTo(HostKey.of("b"));
    assertThat(selection.ranking()).hasSize(1);
    assertThat(selection.ranking().get(0).parts()).isEmpty();
  }

  // ---- listeners

  @Test
  void select_withAListenerThatThrows_answersAllTheSame() {
    SchedulerListener throwing =
        new SchedulerListener() {
          @Override
          public void decided(RequestSpec spec, SchedulingResult result, java.time.Duration took) {
            throw new IllegalStateException("boom");
          }
        };
    var scheduler = TestScheduler.with().hosts("a").listener(throwing).build();

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
  }

  private static SchedulerListener listener(List<String> told) {
    return new SchedulerListener() {
      @Override
      public void pluginFailed(String plugin, String message) {
        told.add(plugin + ": " + message);
      }
    };
  }
}
