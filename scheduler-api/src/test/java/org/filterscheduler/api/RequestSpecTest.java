package org.filterscheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestSpecTest {
  private static RequestSpec.Builder builder() {
    return RequestSpec.builder(Flavor.builder("small").build());
  }

  @Test
  void build_withoutAnyInstanceId_asksForOne() {
    assertThatThrownBy(() -> builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "instanceUuid (null) must be set, to an id that no other instance has. Set it, or"
                + " instanceUuids.");
  }

  @Test
  void extraResources_ofBothDiskClasses_takesTheFinerOne() {
    for (String other : List.of("a", "resources:B", "zz")) {
      Map<String, String> specs =
          Map.of("resources:DISK_GB", "1", "resources:DISK_MB", "5", other, "1");
      RequestSpec request =
          RequestSpec.builder(Flavor.builder("f").extraSpecs(specs).build())
              .instanceUuid("i-1")
              .build();

      assertThat(request.extraResources()).containsEntry(ResourceClass.DISK_MB, 5L);
    }
  }

  @Test
  void instanceUuid_whereOnlySeveralAreGiven_isTheFirst() {
    RequestSpec request = builder().instanceUuids(List.of("i-1", "i-2")).build();

    assertThat(request.instanceUuid()).isEqualTo("i-1");
    assertThat(request.requestId()).isEqualTo("i-1");
    assertThat(request.toBuilder().build()).isEqualTo(request);
  }
}
