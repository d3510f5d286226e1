package org.filterscheduler.weighers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostScore;
import org.filterscheduler.spi.HostWeigher;
import org.junit.jupiter.api.Test;

final class MetricsWeigherTest {
  private static final RequestSpec REQUEST =
      RequestSpec.builder(Flavor.builder("small").build()).instanceUuid("i-1").build();

  private final MetricsWeigherProvider provider = new MetricsWeigherProvider();
  private final FixedContext context = new FixedContext();

  private FixedContext settings(String... entries) {
    return context.with(MetricsWeigherProvider.WEIGHT_SETTING, List.of(entries));
  }

  private double raw(Map<String, Long> metrics) {
    HostWeigher weigher = provider.create(context);
    return ((HostMetric) weigher.prepare(REQUEST, FixedCluster.EMPTY))
        .value(Hosts.measuring(metrics));
  }

  @Test
  void value_severalMetrics_isTheSumInConfiguredOrder() {
    settings("a=0.1", "b=0.2", "c=-1e3");

    assertThat(raw(Map.of("a", 1L, "b", 1L, "c", 2L, "d", 9L))).isEqualTo(0.1 + 0.2 - 2000.0);
  }

  @Test
  void value_sameMetricTwice_countsTwice() {
    settings("a=1", "a=0.5");

    assertThat(raw(Map.of("a", 4L))).isEqualTo(6.0);
  }

  @Test
  void value_missingAndRequired_namesHostNodeAndMetric() {
    settings("a=1", "b=0");

    assertThatThrownBy(() -> raw(Map.of("a", 4L)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The metric (b) of host (compute-1), node (node-1) must be reported, since"
                + " metrics.required is true. Maybe set it to false.");
  }

  @Test
  void value_missingAndNotRequired_isTheWeightOfUnavailableWhateverElseIsThere() {
    settings("a=1", "b=1").with(MetricsWeigherProvider.REQUIRED, false);

    assertThat(raw(Map.of("a", 4L))).isEqualTo(-10_000.0);
  }

  @Test
  void value_missingButOfNoWeight_isSkipped() {
    settings("b=0", "a=1").with(MetricsWeigherProvider.REQUIRED, false);

    assertThat(raw(Map.of("a", 4L))).isEqualTo(4.0);
  }

  @Test
  void value_missingAndMultiplierZero_isSkipped() {
    settings("a=1", "b=1")
        .with(MetricsWeigherProvider.REQUIRED, false)
        .with(MetricsWeigherProvider.MULTIPLIER, 0.0);

    assertThat(raw(Map.of("a", 4L))).isEqualTo(4.0);
  }

  @Test
  void prepare_noMetrics_scoresNothing() {
    HostWeigher weigher = provider.create(context);

    assertThat(weigher.prepare(REQUEST, FixedCluster.EMPTY)).isEqualTo(HostScore.none());
    assertThat(weigher.fixedMinimum()).isEmpty();
    assertThat(weigher.multiplier()).isEqualTo(1.0);
  }

  @Test
  void create_sameSettings_givesEqualMetrics() {
    settings("a=1");

    assertThat(provider.create(context)).isEqualTo(provider.create(context));
  }

  @Test
  void create_malformedEntries_areNamedInOneWarningAndIgnored() {
    settings("a=1", "=2", "b", "c=x", "d=1=2", "e= 3 ", "f=1f", "g=inf");

    MetricsWeigher weigher = (MetricsWeigher) provider.create(context);

    assertThat(weigher.ratios())
        .containsExactly(new MetricRatio("a", 1.0), new MetricRatio("e", 3.0));
    assertThat(context.warnings)
        .containsExactly(
            Map.entry(
                "metrics.weight-setting",
                "metrics.weight-setting [=2, b, c=x, d=1=2, f=1f, g=inf] must be entries"
                    + " name=ratio with a number as ratio; these are ignored."));
  }
}
