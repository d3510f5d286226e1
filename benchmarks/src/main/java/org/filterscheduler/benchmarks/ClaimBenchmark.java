package org.filterscheduler.benchmarks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.core.Schedulers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the inventory cost a decision: one claim on a random host, and the release of the
 * oldest, with eight live claims per host and no snapshot in between? The caller's claims are made
 * inside, about 200 bytes each; {@code -prof gc} shows what is allocated.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar ClaimBenchmark -prof gc
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClaimBenchmark {
  private static final Map<ResourceClass, Long> AMOUNTS =
      Map.of(
          ResourceClass.VCPU, 2L,
          ResourceClass.MEMORY_MB, 4096L,
          ResourceClass.DISK_MB, 40_960L);

  /** How many hosts there are. */
  @Param({"1000", "10000", "100000"})
  public int hosts;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Queue<String> live = new ArrayDeque<>(); // the oldest first
  private HostInventory inventory = Schedulers.builder().buildInventory();
  private HostKey[] keys = new HostKey[0];
  private long made;

  /** Registers the hosts, and fills them. */
  @Setup
  public void fill() {
    // Time stands still: no host goes down and no claim expires for want of reports.
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    inventory = Schedulers.builder().clock(clock).buildInventory();
    keys = new HostKey[hosts];
    for (int h = 0; h < hosts; h++) {
      keys[h] = HostKey.of("host-" + h);
      inventory.report(
          HostReport.builder(keys[h])
              .total(ResourceClass.VCPU, Spread.VCPUS)
              .total(ResourceClass.MEMORY_MB, Spread.RAM_MB)
              .total(ResourceClass.DISK_MB, 1024L * Spread.DISK_GB)
              .build());
    }
    for (int n = 0; n < hosts * Spread.LIVE_PER_HOST; n++) {
      claim(keys[n % hosts]);
    }
  }

  /** Claims, and releases the oldest. */
  @Benchmark
  public Claim claimAndRelease() {
    claim(keys[random.nextInt(keys.length)]);
    return inventory.release(live.remove());
  }

  private void claim(HostKey host) {
    String id = "instance-" + made++;
    inventory.claim(Claim.builder(id, id, host).resources(AMOUNTS).build());
    live.add(id);
  }
}
