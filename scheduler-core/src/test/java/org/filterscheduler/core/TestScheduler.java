package org.filterscheduler.core;

import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.ClaimJournal;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.ResourceBooking;
import org.filterscheduler.spi.SchedulerListener;
import org.slf4j.LoggerFactory;

/** Puts schedulers together from plug-ins that a test writes itself. */
final class TestScheduler {
  static {
    // Here plug-ins fail on purpose; what is logged of it is the matter of WatchTest, which
    // listens.
    ((Logger) LoggerFactory.getLogger(FilterScheduler.class)).setAdditive(false);
  }

  /** The memory of a host, overcommitment left out. */
  record FreeMemory() implements CapacityDimension {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public String unit() {
      return "MiB";
    }

    @Override
    public double headroom(HostState host) {
      return host.freeMemoryMb();
    }
  }

  static final HostFilter MEMORY =
      (request, cluster) -> new CapacityCheck(new FreeMemory(), request.flavor().memoryMb());

  final TestClock clock = new TestClock();
  private final List<Policy.Filter> filters = new ArrayList<>();
  private final List<Policy.Weigher> weighers = new ArrayList<>();
  private final List<ResourceBooking<?>> bookings = new ArrayList<>();
  private final List<HostReport> reports = new ArrayList<>();
  private Policy.Quirks quirks = Policy.Quirks.NONE;
  private Policy.Engine engine = new Policy.Engine(Policy.Mode.FAST, true);
  private int hostSubsetSize = 1;
  private boolean shuffleBest;
  private SchedulerListener listener = new SchedulerListener() {};
  private ClaimJournal journal = ClaimJournal.NONE;

  static TestScheduler with() {
    return new TestScheduler();
  }

  TestScheduler filter(String name, HostFilter filter) {
    return filter(name, FilterTraits.DEFAULT, filter);
  }

  TestScheduler filter(String name, FilterTraits traits, HostFilter filter) {
    filters.add(new Policy.Filter(name, traits, filter));
    return this;
  }

  TestScheduler weigher(String name, HostWeigher weigher) {
    weighers.add(new Policy.Weigher(name, weigher));
    return this;
  }

  /** Prefers hosts of more free memory. */
  TestScheduler spreading() {
    return weigher("Free", weigher(1.0, HostState::freeMemoryMb));
  }

  /** Prefers hosts of less free memory. */
  TestScheduler stacking() {
    return weigher("Free", weigher(-1.0, HostState::freeMemoryMb));
  }

  static HostWeigher weigher(double multiplier, ToDoubleFunction<HostState> weight) {
    return HostWeigher.of(multiplier, (host, request) -> weight.applyAsDouble(host));
  }

  TestScheduler booking(ResourceBooking<?> booking) {
    bookings.add(booking);
    return this;
  }

  TestScheduler quirks(Policy.Quirks value) {
    quirks = value;
    return this;
  }

  TestScheduler hostSubsetSize(int value) {
    hostSubsetSize = value;
    return this;
  }

  TestScheduler shuffleBest() {
    shuffleBest = true;
    return this;
  }

  TestScheduler listener(SchedulerListener value) {
    listener = value;
    return this;
  }

  TestScheduler journal(ClaimJournal value) {
    journal = value;
    return this;
  }

  /** Hosts of 8192 MiB. */
  /** Decides host by host: weighers are prepared after the filters have judged all hosts. */
  TestScheduler plain() {
    engine = Policy.Engine.PLAIN;
    return this;
  }

  TestScheduler hosts(String... names) {
    for (String name : names) {
      host(name, TestHosts.TOTAL_MB);
    }
    return this;
  }

  TestScheduler host(String name, long memoryMb) {
    return host(
        TestHosts.report(HostKey.of(name), 1).toBuilder()
            .total(ResourceClass.MEMORY_MB, memoryMb)
            .build());
  }

  TestScheduler host(HostReport report) {
    reports.add(report);
    return this;
  }

  Policy policy() {
    return new Policy(
        SchedulerConfiguration.defaults(),
        filters,
        weighers,
        hostSubsetSize,
        shuffleBest,
        3,
        quirks,
        engine);
  }

  DefaultFilterScheduler build() {
    DefaultInventory inventory =
        new DefaultInventory(InventorySettings.DEFAULT, clock, journal, bookings);
    reports.forEach(inventory::report);
    return new DefaultFilterScheduler(
        inventory,
        configuration -> policy(),
        policy(),
        new Watch.Witnesses(listener, new RefusalLog(clock), new FaultLog(clock)));
  }

  static RequestSpec.Builder request(String instanceUuid) {
    return request(instanceUuid, 1024);
  }

  static RequestSpec.Builder request(String instanceUuid, long memoryMb) {
    return RequestSpec.builder(Flavor.builder("small").memoryMb(memoryMb).build())
        .instanceUuid(instanceUuid);
  }

  /** Returns the names of the chosen hosts. */
  static List<String> hosts(SchedulingResult result) {
    return result
        .scheduled()
        .orElseThrow(() -> new AssertionError(result.message()))
        .selections()
        .stream()
        .map(Selection::host)
        .map(HostKey::host)
        .toList();
  }

  /** A filter that throws for some hosts. */
  static HostFilter throwingOn(String host) {
    return HostFilter.of(
        (state, request) -> {
          if (state.key().host().equals(host)) {
            throw new IllegalStateException("boom");
          }
          return true;
        });
  }
}
