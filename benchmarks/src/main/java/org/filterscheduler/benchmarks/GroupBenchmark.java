package org.filterscheduler.benchmarks;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.core.Plugins;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a rule of a server group cost: affinity, anti-affinity, and one member per rack by the
 * filter of examples/rack-filter, beside the same decision without a rule?
 *
 * <p>With instances, each belongs to a group of ten; one operation places the next member of a
 * group and releases the oldest. Without, the group has nobody, and the instance is released at
 * once.
 *
 * <pre>
 * mvn -q -Pfast -pl benchmarks -am package -DskipTests
 * java -jar benchmarks/target/benchmarks.jar GroupBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GroupBenchmark {
  private static final int MEMBERS = 10; // per group
  private static final int REPLACED = 2_000 * MEMBERS; // the rest stays where it is
  private static final int RACK = 20; // hosts per rack

  /** The rule. */
  @Param({"none", "affinity", "anti-affinity", "rack"})
  public String rule = "";

  /** How many instances there are. */
  @Param({"0", "500000"})
  public int instances;

  /** The engine. */
  @Param("fast")
  public String engine = "";

  /** The number of hosts. */
  @Param("10000")
  public int hosts;

  private Cluster cluster = Cluster.of(SchedulerConfiguration.defaults(), Plugins.load());
  private final Queue<String> claims = new ArrayDeque<>();
  private RequestSpec[] requests = {};
  private int next;

  /** Fills the hosts to half of their memory. */
  @Setup(Level.Trial)
  public void fill() {
    cluster = Cluster.of(Rules.configuration(rule, engine), Plugins.load());
    Random random = new Random(1);
    int ownMb = instances / hosts * 512;
    for (int h = 0; h < hosts; h++) {
      int ram = Cluster.ramMb(0.5) - ownMb + random.nextInt(3_441) - 1_720;
      cluster.add(Cluster.report(h, ram, 990 + random.nextInt(21)).build());
    }
    cluster.aggregates("rack", "rack-", Math.max(1, hosts / RACK));
    for (int n = REPLACED; n < instances; n++) {
      cluster.claim(host(n), request(n, 0));
    }
    for (int n = 0; n < Math.min(REPLACED, instances); n++) {
      claims.add(cluster.claim(host(n), request(n, 0)));
    }
    requests = new RequestSpec[2 * REPLACED];
    for (int n = 0; n < requests.length; n++) {
      // After one round the first is gone, and may be placed again.
      requests[n] = request(n % REPLACED, n < REPLACED ? 1 : 2);
    }
  }

  /** Where the instances are at the start: a rule holds from the beginning. */
  private int host(int n) {
    return rule.equals("affinity") ? n / MEMBERS % hosts : n % hosts;
  }

  private RequestSpec request(int n, int round) {
    RequestSpec.Builder request =
        RequestSpec.builder(Cluster.FLAVORS.get(0)).instanceUuid("member-" + n + "-" + round);
    if (!rule.equals("none")) {
      request.group(ServerGroup.builder("group-" + n / MEMBERS).policy(Rules.policy(rule)).build());
    }
    return request.build();
  }

  /** One decision; returns the id of its claim. */
  @Benchmark
  public String decide() {
    String claim = cluster.select(requests[next]);
    next = next + 1 == requests.length ? 0 : next + 1;
    claims.add(claim);
    cluster.inventory().release(claims.remove());
    return claim;
  }
}
