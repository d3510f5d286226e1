package org.filterscheduler.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulingResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ControllerTest {
  private static final Flavor MEDIUM =
      Flavor.builder("m1.medium").vcpus(2).memoryMb(4_096).rootGb(40).build();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Controller controller =
      new Controller(new PrintStream(said, true, StandardCharsets.UTF_8));

  @BeforeEach
  void register() {
    List.of("n1", "n2", "n3").forEach(node -> controller.heard(node, 1));
    controller.zone("north", "n1", "n2", "n3");
  }

  @Test
  void boot_threeInAGroup_getThreeHosts() {
    SchedulingResult result = controller.boot("web", MEDIUM, List.of("w1", "w2", "w3"));

    assertThat(result.scheduled().orElseThrow().selections())
        .extracting(selection -> selection.host().host())
        .containsExactly("n1", "n2", "n3");
    assertThat(controller.free("n1", ResourceClass.MEMORY_MB)).isEqualTo(32_768 - 4_096);
    assertThat(said()).contains("w1 -> n1 {disk_gb=500.0, memory_mb=49152.0, vcpu=32.0}");
  }

  @Test
  void boot_moreThanThereAreHosts_isRefusedWholeAndExplained() {
    controller.drain("n2");

    SchedulingResult result = controller.boot("db", MEDIUM, List.of("d1", "d2", "d3"));

    assertThat(result.refusal()).isPresent();
    assertThat(controller.free("n1", ResourceClass.MEMORY_MB)).isEqualTo(32_768);
    assertThat(said()).contains("ComputeFilter").contains("ServerGroupAntiAffinityFilter");
  }

  @Test
  void delete_instance_givesItsAmountsBack() {
    controller.boot("web", MEDIUM, List.of("w1"));

    controller.delete("w1");

    assertThat(controller.free("n1", ResourceClass.MEMORY_MB)).isEqualTo(32_768);
  }

  @Test
  void heard_sameReportTwice_changesNothing() {
    controller.boot("web", MEDIUM, List.of("w1"));

    controller.heard("n1", 1);

    assertThat(controller.free("n1", ResourceClass.MEMORY_MB)).isEqualTo(32_768 - 4_096);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
