package org.filterscheduler.weighers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The weighers that rank by one figure of the host: RAM, disk, I/O operations, PCI, failures. */
final class FigureWeighersTest {
  private static final RequestSpec REQUEST =
      RequestSpec.builder(Flavor.builder("small").build()).instanceUuid("i-1").build();
  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final OptionalDouble ZERO = OptionalDouble.of(0);

  // spotless:off
  static Stream<Arguments> weighers() {
    return Stream.of(
        //            provider                          raw weight of the host below  multiplier  minimum
        Arguments.of(new RamWeigherProvider(),          -24.0,                        1.0,        ZERO),
        Arguments.of(new DiskWeigherProvider(),         70.0,                         1.0,        ZERO),
        Arguments.of(new IoOpsWeigherProvider(),        5.0,                          -1.0,       ZERO),
        Arguments.of(new PciWeigherProvider(),          97.0,                         1.0,        NONE),
        Arguments.of(new BuildFailureWeigherProvider(), 2.0,                          -1e6,       NONE));
  }
  // spotless:on

  private static HostState busyHost(HostWeigherProvider provider) {
    return switch (provider.name()) {
      case "RAMWeigher" -> Hosts.with(ResourceClass.MEMORY_MB, 1000, 1024);
      case "DiskWeigher" -> Hosts.with(ResourceClass.DISK_MB, 100, 30);
      case "PCIWeigher" -> Hosts.with(ResourceClass.PCI_DEVICE, 8, 5);
      default -> Hosts.with(HostUsage.builder().numIoOps(5).failedBuilds(2));
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weighers")
  void create_withDefaults_isNovas(
      HostWeigherProvider provider, double raw, double multiplier, OptionalDouble minimum) {
    HostWeigher weigher = provider.create(new FixedContext());

    HostMetric metric = (HostMetric) weigher.prepare(REQUEST, FixedCluster.EMPTY);

    assertThat(metric.value(busyHost(provider))).isEqualTo(raw);
    assertThat(weigher.multiplier()).isEqualTo(multiplier);
    assertThat(weigher.fixedMinimum()).isEqualTo(minimum);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weighers")
  void create_twice_givesEqualWeighersAndMetrics(HostWeigherProvider provider) {
    HostWeigher first = provider.create(new FixedContext());
    HostWeigher second = provider.create(new FixedContext());

    assertThat(first).isEqualTo(second);
    assertThat(first.prepare(REQUEST, FixedCluster.EMPTY))
        .isEqualTo(second.prepare(REQUEST, FixedCluster.EMPTY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weighers")
  @SuppressWarnings("unchecked") // each has one option, a number
  void create_withMultiplier_appliesIt(HostWeigherProvider provider) {
    OptionSpec<Double> option = (OptionSpec<Double>) provider.options().get(0);

    HostWeigher weigher = provider.create(new FixedContext().with(option, 2.5));

    boolean turned = provider instanceof BuildFailureWeigherProvider;
    assertThat(weigher.multiplier()).isEqualTo(turned ? -2.5 : 2.5);
    assertThat(option.path()).isEqualTo("weighers." + provider.name() + ".multiplier");
  }

  @ParameterizedTest(name = "{0} free: {1}")
  @CsvSource({"0, 100", "1, 99", "98, 2", "99, 1", "100, 1", "100000, 1"})
  void pci_freeDevices_countUpTo99(long free, double raw) {
    assertThat(HostFigure.PCI_SCARCITY.value(Hosts.with(ResourceClass.PCI_DEVICE, free, 0)))
        .isEqualTo(raw);
  }

  @Test
  void pci_moreInUseThanThere_countsAsNoneFree() {
    assertThat(HostFigure.PCI_SCARCITY.value(Hosts.with(ResourceClass.PCI_DEVICE, 2, 5)))
        .isEqualTo(100);
  }

  @Test
  void pci_negativeMultiplier_breaksTheRule() {
    assertThat(PciWeigherProvider.MULTIPLIER.allows(-0.1)).isFalse();
    assertThat(PciWeigherProvider.MULTIPLIER.allows(0.0)).isTrue();
    assertThat(RamWeigherProvider.MULTIPLIER.allows(-1.0)).isTrue();
  }
}
