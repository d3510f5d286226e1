package org.filterscheduler.examples.replay.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;

/** A replay of a trace, watched by books of its own. Runs once. */
public final class Replay {
  private static final double BUILT_IN_CPU_RATIO = 16.0;
  private static final double BUILT_IN_RAM_RATIO = 1.5;

  private final List<TraceNode> nodes;
  private final List<TracePod> pods;
  private final SchedulerConfiguration configuration;
  private final Engine engine;
  private final CapacityLedger ledger = new CapacityLedger();
  private final RefusalCounts refusals = new RefusalCounts();
  private final PlacementHash hash = new PlacementHash();
  private final Map<String, TracePod> podsByName = new HashMap<>();
  private int placed;

  /**
   * Creates a replay.
   *
   * @param nodes the hosts
   * @param pods the requests, in the order of the file
   * @param configuration the configuration, with all ratios set
   * @param plugins the plug-ins
   */
  public Replay(
      List<TraceNode> nodes,
      List<TracePod> pods,
      SchedulerConfiguration configuration,
      Plugins plugins) {
    this.nodes = List.copyOf(nodes);
    this.pods = List.copyOf(pods);
    this.configuration = configuration;
    Cluster cluster =
        new Cluster("trace", nodes.stream().map(TraceNode::report).toList(), List.of(), null);
    engine = Engine.of(cluster, configuration, plugins);
    double cpuRatio = ratio("cpu-allocation-ratio", BUILT_IN_CPU_RATIO);
    double memoryRatio = ratio("ram-allocation-ratio", BUILT_IN_RAM_RATIO);
    nodes.forEach(node -> ledger.add(node, cpuRatio, memoryRatio));
    pods.forEach(pod -> podsByName.put(pod.name(), pod));
  }

  /**
   * Runs the replay.
   *
   * @param step is called after each decision
   */
  public ReplayResult run(Runnable step) {
    Simulation simulation = new Simulation(engine, new Watcher(step));
    simulation.run(pods.stream().map(TracePod::request).toList());
    simulation.departUntil(lastDeparture());
    return new ReplayResult(
        nodes.size(),
        pods.size(),
        placed,
        refusals.total(),
        refusals.counts(),
        ledger.peaks(),
        ledger.violations(),
        leftOvers(),
        names("enabled-filters"),
        names("enabled-weighers"),
        hash.value(),
        simulation.deciding().toMillis());
  }

  private long lastDeparture() {
    return pods.stream()
        .mapToLong(TracePod::deleted)
        .filter(second -> second != TimedRequest.NEVER)
        .max()
        .orElse(0);
  }

  /** Takes the answers to the books; the pods are those of the file, not those of the requests. */
  private final class Watcher implements SimulationListener {
    private final Runnable step;

    private Watcher(Runnable step) {
      this.step = step;
    }

    @Override
    public void decided(TimedRequest request, SchedulingResult result) {
      result
          .scheduled()
          .ifPresentOrElse(
              scheduled -> place(request.id(), scheduled.first().host().host()),
              () -> refusals.add(request.id(), Refusal.of(result)));
      step.run();
    }

    @Override
    public void departed(TimedRequest request) {
      ledger.remove(pod(request.id()));
    }
  }

  private void place(String name, String host) {
    placed++;
    ledger.place(pod(name), host);
    hash.add(name, host);
  }

  private TracePod pod(String name) {
    TracePod pod = podsByName.get(name);
    if (pod == null) {
      throw new IllegalStateException("The engine placed " + name + ", which is no pod.");
    }
    return pod;
  }

  /** Returns what the engine believes to be in use on other hosts than those of pods that stay. */
  private List<String> leftOvers() {
    boolean allLeft = pods.stream().noneMatch(pod -> pod.deleted() == TimedRequest.NEVER);
    return allLeft
        ? engine.inventory().snapshot().hosts().stream()
            .filter(host -> host.usage().used().values().stream().anyMatch(amount -> amount != 0))
            .map(HostState::toString)
            .toList()
        : List.of();
  }

  /** As in Nova, a ratio of 0 means the built-in one. */
  private double ratio(String path, double builtIn) {
    double ratio = Double.parseDouble(String.valueOf(setting(path)));
    return ratio == 0 ? builtIn : ratio;
  }

  private List<String> names(String path) {
    return setting(path) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(setting(path)));
  }

  private Object setting(String path) {
    SchedulerConfiguration.Setting setting = configuration.settings().get(path);
    if (setting == null) {
      throw new IllegalArgumentException("The configuration of a replay must set " + path + ".");
    }
    return setting.value();
  }
}
