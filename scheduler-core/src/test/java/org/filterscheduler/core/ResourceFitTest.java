package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.ResourceClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourceFitTest {
  private static final ResourceClass GPU = new ResourceClass("CUSTOM_GPU");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "just fits,                        8, 0, 1.0,  4,  4, 0",
    "one too many,                     8, 0, 1.0,  5,  4, 1",
    "reserved is not given away,       8, 2, 1.0,  4,  3, 1",
    "the ratio stretches the total,    8, 0, 2.0, 10,  6, 0",
    "no instance exceeds the total,    8, 0, 2.0,  0,  9, 1",
    "the larger lack counts,           8, 0, 2.0, 15, 10, 9",
    "nothing there,                    0, 0, 1.0,  0,  1, 1",
    "nothing needed where too much is used, 8, 0, 1.0, 9, 0, 0",
    "a node that has more than known,  8, 0, 1.0, -2,  8, 0",
  })
  void test_ofAnAmount_leavesWhatIsReservedAndUsed(
      String name,
      long total,
      long reserved,
      double ratio,
      long used,
      long needed,
      double lacking) {
    HostState host =
        new HostState(
            HostDescription.builder(HostKey.of("a"))
                .inventory(GPU, new Inventory(total, reserved, ratio))
                .build(),
            HostUsage.builder().used(GPU, used).build());
    ResourceFit fit = new ResourceFit(Map.of(GPU, needed));

    assertThat(fit.test(host)).as(name).isEqualTo(lacking == 0);
    if (lacking > 0) {
      assertThat(fit.reason(host).shortfall().amount()).isEqualTo(lacking);
    } else {
      assertThatThrownBy(() -> fit.reason(host)).isInstanceOf(IllegalStateException.class);
    }
  }
}
