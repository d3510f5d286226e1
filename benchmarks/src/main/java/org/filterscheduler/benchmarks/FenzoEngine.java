package org.filterscheduler.benchmarks;

import com.netflix.fenzo.ConstraintEvaluator;
import com.netflix.fenzo.SchedulingResult;
import com.netflix.fenzo.TaskAssignmentResult;
import com.netflix.fenzo.TaskScheduler;
import com.netflix.fenzo.VMAssignmentResult;
import com.netflix.fenzo.VirtualMachineLease;
import com.netflix.fenzo.plugins.HostAttrValueConstraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.apache.mesos.Protos;

/**
 * Netflix Fenzo as its users use it. Hosts are offers of what they have free. A call of {@code
 * scheduleOnce} brings the tasks and the new offers; it uses up the offers of the hosts that it
 * assigns tasks to, which then offer what they have left. A task that ends gives an offer of what
 * it held. Zones are a hard constraint of Fenzo's own, free memory is the fitness; other than these
 * Fenzo checks CPUs, memory and disk, so it has less to do than the rest. Offers do not expire and
 * none is given back: with its defaults Fenzo would look among them all for such at each call,
 * which takes the square of the number of hosts.
 */
final class FenzoEngine implements BatchEngine, AutoCloseable {
  private static final String ZONE = "zone";

  /** An instance that is alive, the oldest of which is released first. */
  private record Live(String task, int host, int flavor) {}

  private final Spread spread;
  private final TaskScheduler scheduler;
  private final String[] names;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Map<String, Protos.Attribute>> zones = new ArrayList<>();
  private final double[][] free;
  private final FenzoTask[] tasks; // more than can be alive: Fenzo knows a task by its id
  private final List<VirtualMachineLease> offers = new ArrayList<>();
  private final Queue<Live> alive = new ArrayDeque<>();
  private int next;
  private long offered;

  FenzoEngine(Spread spread) {
    this.spread = spread;
    names = new String[spread.hosts];
    free = new double[spread.hosts][];
    for (int zone = 0; zone < Spread.ZONES; zone++) {
      // Fenzo looks null up too, which Map.of does not take.
      zones.add(new HashMap<>(Map.of(ZONE, attribute("az" + zone))));
    }
    for (int h = 0; h < spread.hosts; h++) {
      names[h] = "host-" + h;
      positions.put(names[h], h);
      free[h] = freeAtStart(h);
      offer(h, free[h]);
    }
    tasks = tasks();
    scheduler =
        new TaskScheduler.Builder()
            .withLeaseOfferExpirySecs(1_000_000)
            .withMaxOffersToReject(0)
            .withLeaseRejectAction(FenzoEngine::refuseRejection)
            .withFitnessCalculator(new FreeMemoryFitness(positions))
            .build();
    call(List.of());
    spread.fill(this);
  }

  private static void refuseRejection(VirtualMachineLease lease) {
    throw new IllegalStateException("Fenzo gave an offer of " + lease.hostname() + " back.");
  }

  private static Protos.Attribute attribute(String zone) {
    return Protos.Attribute.newBuilder()
        .setName(ZONE)
        .setType(Protos.Value.Type.TEXT)
        .setText(Protos.Value.Text.newBuilder().setValue(zone))
        .build();
  }

  /** Returns what is free beside the base load and the first instances, which Fenzo is told of. */
  private double[] freeAtStart(int h) {
    double[] left = {
      16.0 * Spread.VCPUS,
      1.5 * Spread.RAM_MB - spread.baseRam[h],
      Spread.DISK_GB - spread.baseDisk[h]
    };
    for (int n = h; n < spread.initialInstances(); n += spread.hosts) {
      add(left, spread.initialFlavor(n), -1);
    }
    return left;
  }

  private static void add(double[] amounts, int flavor, int sign) {
    int[] size = Spread.FLAVORS[flavor];
    for (int i = 0; i < size.length; i++) {
      amounts[i] += sign * size[i];
    }
  }

  private FenzoTask[] tasks() {
    List<List<ConstraintEvaluator>> constraints = new ArrayList<>();
    for (int zone = 0; zone < Spread.ZONES; zone++) {
      String name = "az" + zone;
      constraints.add(List.of(new HostAttrValueConstraint(ZONE, task -> name)));
    }
    int count = Math.max(Spread.REQUESTS, Integer.highestOneBit(spread.initialInstances()) << 2);
    FenzoTask[] all = new FenzoTask[count];
    for (int n = 0; n < count; n++) {
      int r = n & (Spread.REQUESTS - 1);
      int zone = spread.zone[r];
      all[n] =
          new FenzoTask(
              "task-" + n, spread.flavor[r], zone < 0 ? List.of() : constraints.get(zone));
    }
    return all;
  }

  private void offer(int host, double[] amounts) {
    String id = "offer-" + offered++;
    long now = System.currentTimeMillis();
    offers.add(new FenzoLease(id, names[host], amounts, zones.get(host % Spread.ZONES), now));
  }

  private SchedulingResult call(List<FenzoTask> wanted) {
    SchedulingResult result = scheduler.scheduleOnce(wanted, offers);
    if (!result.getExceptions().isEmpty()) {
      throw new IllegalStateException("Fenzo failed", result.getExceptions().get(0));
    }
    offers.clear();
    return result;
  }

  @Override
  public int place(int r) {
    return placeAll(r, 1)[0];
  }

  @Override
  public int[] placeAll(int first, int count) {
    List<FenzoTask> wanted = new ArrayList<>(count);
    Map<String, Integer> order = new HashMap<>();
    for (int i = 0; i < count; i++) {
      FenzoTask task = tasks[next++ & (tasks.length - 1)];
      order.put(task.getId(), i);
      wanted.add(task);
    }
    int[] hosts = new int[count];
    Arrays.fill(hosts, -1);
    for (VMAssignmentResult host : call(wanted).getResultMap().values()) {
      int position = Objects.requireNonNull(positions.get(host.getHostname()));
      for (TaskAssignmentResult assigned : host.getTasksAssigned()) {
        int i = Objects.requireNonNull(order.get(assigned.getTaskId()));
        hosts[i] = position;
        scheduler.getTaskAssigner().call(assigned.getRequest(), host.getHostname());
        add(free[position], spread.flavor[(first + i) & (Spread.REQUESTS - 1)], -1);
      }
      offer(position, free[position]);
    }
    for (int i = 0; i < count; i++) {
      if (hosts[i] >= 0) {
        int flavor = spread.flavor[(first + i) & (Spread.REQUESTS - 1)];
        alive.add(new Live(wanted.get(i).getId(), hosts[i], flavor));
      }
    }
    return hosts;
  }

  @Override
  public void book(int host, int flavor, int sign) {
    if (sign < 0) {
      release(alive.remove());
      return;
    }
    FenzoTask task = new FenzoTask("initial-" + alive.size(), flavor, List.of());
    scheduler.getTaskAssigner().call(task, names[host]);
    alive.add(new Live(task.getId(), host, flavor));
  }

  private void release(Live oldest) {
    scheduler.getTaskUnAssigner().call(oldest.task(), names[oldest.host()]);
    add(free[oldest.host()], oldest.flavor(), 1);
    double[] freed = new double[3];
    add(freed, oldest.flavor(), 1);
    offer(oldest.host(), freed);
  }

  @Override
  public long[] books(int host) {
    double[] left = free[host];
    return new long[] {
      (long) left[1] - Spread.RAM_MB / 2, (long) left[2], 16 * Spread.VCPUS - (long) left[0]
    };
  }

  /** Ends Fenzo's threads. */
  @Override
  public void close() {
    scheduler.shutdown();
  }
}
