package org.filterscheduler.conformance.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.conformance.Engine;
import org.filterscheduler.core.Schedulers;
import org.filterscheduler.spi.ClaimJournal;
import org.filterscheduler.spi.SchedulerListener;

/**
 * No host takes an instance that the enabled filters would reject at the moment of the claim,
 * whatever eight threads do at once; and the books balance.
 *
 * <p>The whole is a million operations, most of them on the engine that is the default; {@code
 * -Dfsched.properties.factor} scales it.
 */
final class PromiseUnderConcurrencyTest {
  private static final int THREADS = 8;
  private static final int TRIES = 5;
  private static final double FACTOR =
      Double.parseDouble(System.getProperty("fsched.properties.factor", "1"));

  private static final List<String> FILTERS =
      List.of(
          "RetryFilter",
          "AvailabilityZoneFilter",
          "RamFilter",
          "DiskFilter",
          "CoreFilter",
          "ComputeFilter",
          "ComputeCapabilitiesFilter",
          "ImagePropertiesFilter",
          "ServerGroupAntiAffinityFilter",
          "ServerGroupAffinityFilter",
          "RackAntiAffinityFilter");

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void claims_ofManyThreads_keepThePromise(@ForAll long seed) throws Exception {
    for (Engine engine : Engine.all()) {
      claimsKeepThePromise(engine, seed);
    }
  }

  /** Of a million operations a fifth on the plain engine. */
  private static int stepsPerThread(Engine engine) {
    double share = engine == Engine.PLAIN ? 0.2 : 0.8;
    return (int) (1_000_000.0 / THREADS / TRIES * FACTOR * share);
  }

  private static void claimsKeepThePromise(Engine engine, long seed) throws Exception {
    SteppingClock clock = new SteppingClock();
    List<InventoryEvent> events = new ArrayList<>();
    Counters counters = new Counters();
    FilterScheduler scheduler = scheduler(engine, clock, events::addAll, counters);
    Workload workload = new Workload(scheduler, clock);

    run(workload, seed, stepsPerThread(engine));
    SteppingClock replayed = new SteppingClock();
    // The specification judges, whatever engine decided.
    FilterScheduler judge = scheduler(Engine.PLAIN, replayed, ClaimJournal.NONE, new Counters());
    Witness witness = new Witness(replayed, judge, workload.requests());
    events.forEach(witness::follow);

    System.out.printf(
        "%s: %d operations, %d events, %d claims judged, %d refusals, %d conflicts, %d given up%n",
        engine,
        (long) THREADS * stepsPerThread(engine),
        events.size(),
        witness.judged(),
        counters.refused.get(),
        counters.conflicts.get(),
        counters.givenUp.get());
    assertThat(witness.broken()).isEmpty();
    assertThat(witness.judged()).isPositive();
    assertThat(counters.conflicts.get()).isPositive();
    replayed.reach(clock.instant());
    assertSameState(scheduler.inventory(), witness.replica());
    assertRestoredDecidesAlike(engine, scheduler, clock);
    workload.end();
    assertEmpty(scheduler.inventory());
  }

  private static FilterScheduler scheduler(
      Engine engine, SteppingClock clock, ClaimJournal journal, SchedulerListener listener) {
    SchedulerConfiguration configuration =
        SchedulerConfiguration.defaults()
            .with("enabled-filters", FILTERS)
            .with("service-down-time", "20 s")
            .with("claim-timeout", "60 s")
            .with("claim-memory", "60 s");
    return Schedulers.builder()
        .configuration(engine.in(configuration))
        .clock(clock)
        .journal(journal)
        .listener(listener)
        .build();
  }

  private static void run(Workload workload, long seed, int steps) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(seed + thread);
        work.add(
            () -> {
              for (int step = 0; step < steps; step++) {
                workload.step(random);
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed.", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertSameState(HostInventory one, HostInventory other) {
    assertThat(other.snapshot().hosts()).isEqualTo(one.snapshot().hosts());
    assertThat(other.claims()).isEqualTo(one.claims());
  }

  private static void assertRestoredDecidesAlike(
      Engine engine, FilterScheduler original, SteppingClock clock) {
    FilterScheduler restored = scheduler(engine, clock, ClaimJournal.NONE, new Counters());
    restored.inventory().restore(original.inventory().export());
    assertSameState(original.inventory(), restored.inventory());
    for (String policy : List.of("none", "anti-affinity", "rack-anti-affinity")) {
      String group = policy.equals("anti-affinity") ? "apart" : "racks";
      RequestSpec probe =
          RequestSpec.builder(Flavor.builder("probe").vcpus(1).memoryMb(256).build())
              .instanceUuid("probe-" + policy)
              .group(ServerGroup.builder(group).policy(policy).build())
              .build();
      assertThat(decision(restored, probe)).isEqualTo(decision(original, probe));
    }
  }

  private static String decision(FilterScheduler scheduler, RequestSpec probe) {
    return scheduler.dryRun(probe, scheduler.inventory().snapshot()).message();
  }

  private static void assertEmpty(HostInventory inventory) {
    for (HostState host : inventory.snapshot().hosts()) {
      assertThat(host.usage().used().values()).as("used of %s", host).containsOnly(0L);
      assertThat(host.usage().numInstances()).isZero();
      assertThat(host.usage().numIoOps()).isZero();
      assertThat(host.usage().instances().size()).isZero();
    }
  }

  /** Counts answers. */
  private static final class Counters implements SchedulerListener {
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    @Override
    public void decided(RequestSpec request, SchedulingResult result, java.time.Duration took) {
      if (result instanceof SchedulingResult.NoValidHost) {
        refused.incrementAndGet();
      } else if (result instanceof SchedulingResult.Conflict) {
        givenUp.incrementAndGet();
      }
    }

    @Override
    public void conflicted(RequestSpec request) {
      conflicts.incrementAndGet();
    }
  }
}
