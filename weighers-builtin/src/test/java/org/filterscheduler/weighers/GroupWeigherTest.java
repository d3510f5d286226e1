package org.filterscheduler.weighers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.SparseScore;
import org.junit.jupiter.api.Test;

final class GroupWeigherTest {
  private static final HostKey LEFT = new HostKey("twin", "left");
  private static final HostKey RIGHT = new HostKey("twin", "right");
  private static final HostKey SINGLE = HostKey.of("single");
  private static final HostKey EMPTY = HostKey.of("empty");
  private static final FixedCluster CLUSTER =
      new FixedCluster(
          List.of(LEFT, RIGHT, SINGLE, EMPTY),
          Map.of(
              "a",
              Set.of(LEFT),
              "b",
              Set.of(LEFT, RIGHT),
              "c",
              Set.of(SINGLE, RIGHT),
              "stranger",
              Set.of(EMPTY)));

  private final HostWeigher affinity = new SoftAffinityWeigherProvider().create(new FixedContext());
  private final HostWeigher antiAffinity =
      new SoftAntiAffinityWeigherProvider().create(new FixedContext());

  private static RequestSpec request(Set<String> policies, String... members) {
    return RequestSpec.builder(Flavor.builder("small").build())
        .instanceUuid("i-1")
        .group(ServerGroup.builder("g").policies(policies).members(Set.of(members)).build())
        .build();
  }

  @Test
  void softAffinity_members_countOncePerServiceHostOnAllItsNodes() {
    HostScore score = affinity.prepare(request(Set.of("soft-affinity"), "a", "b", "c"), CLUSTER);

    assertThat(score).isEqualTo(new SparseScore(Map.of(LEFT, 3.0, RIGHT, 3.0, SINGLE, 1.0), 0));
  }

  @Test
  void softAntiAffinity_members_countNegative() {
    HostScore score =
        antiAffinity.prepare(request(Set.of("soft-anti-affinity"), "c", "gone"), CLUSTER);

    assertThat(score).isEqualTo(new SparseScore(Map.of(LEFT, -1.0, RIGHT, -1.0, SINGLE, -1.0), 0));
  }

  @Test
  void prepare_bothPolicies_bothWeighersScore() {
    RequestSpec request = request(Set.of("soft-affinity", "soft-anti-affinity"), "c");

    assertThat(affinity.prepare(request, CLUSTER)).isInstanceOf(SparseScore.class);
    assertThat(antiAffinity.prepare(request, CLUSTER)).isInstanceOf(SparseScore.class);
  }

  @Test
  void prepare_otherPolicy_scoresNothing() {
    RequestSpec hard = request(Set.of("affinity", "anti-affinity", "Soft-Affinity"), "a");

    assertThat(affinity.prepare(hard, CLUSTER)).isEqualTo(HostScore.none());
    assertThat(antiAffinity.prepare(hard, CLUSTER)).isEqualTo(HostScore.none());
  }

  @Test
  void prepare_noGroup_scoresNothing() {
    RequestSpec alone =
        RequestSpec.builder(Flavor.builder("small").build()).instanceUuid("i-1").build();

    assertThat(affinity.prepare(alone, CLUSTER)).isEqualTo(HostScore.none());
  }

  @Test
  void prepare_membersNowhere_scoresNothing() {
    assertThat(affinity.prepare(request(Set.of("soft-affinity"), "gone"), CLUSTER))
        .isEqualTo(HostScore.none());
  }

  @Test
  void create_negativeMultiplier_warnsAndUsesIt() {
    FixedContext context = new FixedContext().with(SoftAffinityWeigherProvider.MULTIPLIER, -2.0);

    HostWeigher weigher = new SoftAffinityWeigherProvider().create(context);

    assertThat(weigher.multiplier()).isEqualTo(-2.0);
    assertThat(context.warnings.values())
        .containsExactly(
            "weighers.ServerGroupSoftAffinityWeigher.multiplier (-2.0) is below 0 and turns the"
                + " policy soft-affinity into its opposite. Maybe make it positive.");
  }

  @Test
  void create_positiveMultiplier_doesNotWarn() {
    FixedContext context = new FixedContext();

    new SoftAntiAffinityWeigherProvider().create(context);

    assertThat(context.warnings).isEmpty();
  }
}
