package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaimTest {
  private static final Claim SOME =
      Claim.builder("c", "i", HostKey.of("h"))
          .createdAt(Instant.EPOCH)
          .expiresAt(Instant.EPOCH.plusSeconds(1))
          .resources(Map.of(ResourceClass.VCPU, 1L))
          .groupId("g")
          .flavorId("f")
          .build();

  @Test
  void toBuilder_nothingSet_isEqual() {
    assertThat(SOME.toBuilder().build()).isEqualTo(SOME).hasSameHashCodeAs(SOME);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("host", claim -> claim.host(HostKey.of("other"))),
        change("state", claim -> claim.state(ClaimState.CONFIRMED)),
        change("createdAt", claim -> claim.createdAt(Instant.MAX)),
        change("expiresAt", claim -> claim.expiresAt(null)),
        change("resources", claim -> claim.resources(Map.of())),
        change("receipts", claim -> claim.receipts(Map.of("k", "r"))),
        change("limits", claim -> claim.limits(new Limits(Map.of("vcpu", 1.0), Map.of()))),
        change("groupId", claim -> claim.groupId(null)),
        change("flavorId", claim -> claim.flavorId("other")),
        change("forced", claim -> claim.forced(true)));
  }

  private static Arguments change(String part, Consumer<Claim.Builder> change) {
    return Arguments.of(part, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void equals_onePartDiffers_isFalse(String part, Consumer<Claim.Builder> change) {
    Claim.Builder other = SOME.toBuilder();
    change.accept(other);
    assertThat(other.build()).as(part).isNotEqualTo(SOME);
  }
}
