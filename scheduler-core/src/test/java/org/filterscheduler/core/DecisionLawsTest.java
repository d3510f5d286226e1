package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.core.TestScheduler.MEMORY;
import static org.filterscheduler.core.TestScheduler.weigher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** Laws of decisions, on random clusters and requests. */
final class DecisionLawsTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");

  private static final HostFilter EVEN =
      HostFilter.of((host, spec) -> host.description().position() % 2 == 0);
  private static final HostFilter FEW_INSTANCES =
      HostFilter.of((host, spec) -> host.usage().numInstances() < 3);
  private static final HostFilter NOT_THE_FIRST =
      (spec, cluster) -> HostCheck.notOn(Set.of(HostKey.of("h0")), Reason.of("first"));

  private final TestScheduler policy = TestScheduler.with();

  private DefaultFilterScheduler cluster(Random random) {
    if (random.nextBoolean()) {
      policy.filter("Memory", MEMORY);
    }
    if (random.nextInt(3) == 0) {
      policy.filter("Even", FilterTraits.ONCE_PER_REQUEST, EVEN);
    }
    if (random.nextBoolean()) {
      policy.filter("Few", FEW_INSTANCES);
    }
    if (random.nextInt(4) == 0) {
      policy.filter("Odd", TestScheduler.throwingOn("h1"));
    }
    if (random.nextInt(3) == 0) {
      policy.filter("NotFirst", NOT_THE_FIRST);
    }
    policy.weigher("Memory", weigher(random.nextInt(5) - 2, HostState::freeMemoryMb));
    policy.weigher("Ops", weigher(random.nextInt(3) - 1, host -> host.usage().numIoOps()));
    int hosts = random.nextInt(9);
    for (int i = 0; i < hosts; i++) {
      policy.host(
          TestHosts.report(HostKey.of("h" + i), 1).toBuilder()
              .total(ResourceClass.MEMORY_MB, 512L * (1 + random.nextInt(4)))
              .total(GPU, random.nextInt(3))
              .numIoOps(random.nextInt(3))
              .build());
    }
    return policy.build();
  }

  private static RequestSpec spec(Random random, int number) {
    Flavor.Builder flavor = Flavor.builder("f").memoryMb(256L * (1 + random.nextInt(4)));
    if (random.nextInt(3) == 0) {
      flavor.extraSpecs(Map.of("resources:CUSTOM_GPU", "1"));
    }
    RequestSpec.Builder spec =
        RequestSpec.builder(flavor.build())
            .instanceUuid("i-" + number)
            .numInstances(1 + random.nextInt(3));
    if (random.nextInt(4) == 0) {
      spec.ignoreHosts(List.of("H2", "h3"));
    }
    if (random.nextInt(6) == 0) {
      spec.forceHosts(List.of("h0", "h4"));
    }
    return spec.build();
  }

  /** Whatever is refused is refused for a reason, at each host, once. */
  @Property(tries = 500)
  void explanation_ofARefusal_addsUpToAllHosts(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = cluster(random);
    for (int number = 0; number < 12; number++) {
      scheduler.select(spec(random, number)).refusal().ifPresent(this::assertAddsUp);
    }
  }

  private void assertAddsUp(Explanation explanation) {
    int left = explanation.hosts();
    Set<HostKey> sampled = new HashSet<>();
    for (Explanation.Step step : explanation.steps()) {
      assertThat(step.hostsIn()).isEqualTo(left);
      int rejected = 0;
      for (Explanation.ReasonCount reason : step.reasons()) {
        rejected += reason.count();
        assertThat(reason.samples()).hasSize(Math.min(3, reason.count()));
        reason.samples().forEach(host -> assertThat(sampled.add(host)).isTrue());
      }
      assertThat(step.hostsIn() - rejected).isEqualTo(step.hostsOut());
      left = step.hostsOut();
    }
    assertThat(left).isZero();
    assertThat(explanation.nearestMisses()).hasSizeLessThanOrEqualTo(5);
    assertThat(explanation.toJson()).contains("\"hosts\":" + explanation.hosts());
    assertThat(explanation.render()).contains(explanation.toString());
  }

  /** A host is ranked exactly if no filter has anything against it. */
  @Property(tries = 500)
  void explain_ofAnyRequest_ranksExactlyTheHostsThatPassAll(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = cluster(random);
    for (int number = 0; number < 6; number++) {
      RequestSpec spec = spec(random, number);
      Explanation explanation = scheduler.explain(spec, scheduler.inventory().snapshot());
      Set<HostKey> passing = new HashSet<>();
      for (Explanation.HostVerdict verdict : explanation.verdicts()) {
        if (verdict.passes()) {
          passing.add(verdict.host());
        }
      }
      assertThat(explanation.verdicts()).hasSize(explanation.hosts());
      assertThat(explanation.ranking())
          .extracting(one -> one.host())
          .containsExactlyInAnyOrderElementsOf(passing);
      scheduler.select(spec);
    }
  }

  /** What would be done is done; and one instance at a time is all at once. */
  @Property(tries = 300)
  void select_ofAnyRequest_doesWhatTheDryRunSaid(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = cluster(random);
    for (int number = 0; number < 8; number++) {
      RequestSpec spec = spec(random, number);
      SchedulingResult asked = scheduler.dryRun(spec, scheduler.inventory().snapshot());
      SchedulingResult done = scheduler.select(spec);
      assertThat(done.message()).isEqualTo(asked.message());
      assertThat(ranked(done)).isEqualTo(ranked(asked));
    }
  }

  private static List<String> ranked(SchedulingResult result) {
    List<String> all = new ArrayList<>();
    for (Selection selection :
        result.scheduled().map(SchedulingResult.Scheduled::selections).orElse(List.of())) {
      all.add(selection.limits() + " " + selection.ranking());
    }
    return all;
  }

  /** The first of several instances gets the host that it would get alone. */
  @Property(tries = 300)
  void select_ofTheFirstInstance_isTheExplainedChoice(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = cluster(random);
    RequestSpec spec = spec(random, 0);
    ClusterFork fork = scheduler.inventory().snapshot().fork();
    HostKey chosen = scheduler.explain(spec, fork).chosen();
    List<HostKey> recommended = new ArrayList<>();
    scheduler.recommend(spec, 1).forEach(one -> recommended.add(one.host()));

    assertThat(recommended).isEqualTo(chosen == null ? List.of() : List.of(chosen));
    scheduler
        .select(spec)
        .scheduled()
        .ifPresent(done -> assertThat(done.first().host()).isEqualTo(chosen));
  }
}
