package org.filterscheduler.examples.replay.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.junit.jupiter.api.Test;

/** Through a scheduler that found it: its provider is named nowhere in this test. */
final class GpuModelFilterTest {
  private final FilterScheduler scheduler =
      Schedulers.builder()
          .configuration(
              SchedulerConfiguration.defaults().with("enabled-filters", List.of("GpuModelFilter")))
          .clock(InstantSource.fixed(Instant.EPOCH))
          .plugins(Plugins.load())
          .build();

  GpuModelFilterTest() {
    report("t4", Map.of("gpu_model", "T4"));
    report("v100", Map.of("gpu_model", "V100M32"));
    report("none", Map.of());
  }

  @Test
  void select_noModelAllowed_takesAnyHost() {
    assertThat(hostFor(Map.of())).isEqualTo("t4");
  }

  @Test
  void select_severalModelsAllowed_takesAHostWithOneOfThem() {
    assertThat(hostFor(Map.of("gpu:models", "V100M16|V100M32"))).isEqualTo("v100");
  }

  @Test
  void select_beginningOfAModelAllowed_isNotThatModel() {
    assertThat(select(Map.of("gpu:models", "V100")).refusal().orElseThrow().steps())
        .last()
        .hasToString(
            "Step[name=GpuModelFilter, filter=true, hostsIn=3, hostsOut=0, reasons=[ReasonCount["
                + "code=gpu-model, count=3, samples=[t4, v100, none]]]]");
  }

  private String hostFor(Map<String, String> extraSpecs) {
    return select(extraSpecs).scheduled().orElseThrow().first().host().host();
  }

  private SchedulingResult select(Map<String, String> extraSpecs) {
    Flavor flavor = Flavor.builder("gpu").extraSpecs(extraSpecs).build();
    return scheduler.select(RequestSpec.builder(flavor).instanceUuid("i-1").build());
  }

  private void report(String host, Map<String, String> stats) {
    scheduler.inventory().report(HostReport.builder(HostKey.of(host)).stats(stats).build());
  }
}
