package org.filterscheduler.examples.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.input.TraceFiles;
import org.filterscheduler.examples.replay.run.Replay;
import org.filterscheduler.examples.replay.run.ReplayResult;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays a trace in the format of the public openb trace. */
@Command(
    name = "replay",
    description = {
      "Replays a trace in the format of the public openb trace: pods come and leave as it says.",
      "One vCPU of the model is one thousandth of a core; allocation ratios are 1.0 unless set."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final String CONFIGURATION =
      """
      filter-scheduler {
        enabled-filters = ${filter-scheduler.enabled-filters} [GpuModelFilter]
        cpu-allocation-ratio = 1.0
        ram-allocation-ratio = 1.0
        disk-allocation-ratio = 1.0
      }
      """;

  @Option(
      names = "--nodes",
      required = true,
      paramLabel = "CSV",
      description = "The nodes: columns sn, cpu_milli, memory_mib, gpu, model.")
  private Path nodes = Path.of("");

  @Option(
      names = "--pods",
      required = true,
      paramLabel = "CSV",
      description = {
        "The pods: columns name, cpu_milli, memory_mib, num_gpu, gpu_milli, gpu_spec,",
        "creation_time, deletion_time (seconds)."
      })
  private Path pods = Path.of("");

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<TraceNode> hosts = TraceFiles.nodes(nodes);
    List<TracePod> instances = TraceFiles.pods(pods);
    SchedulerConfiguration configuration = policy.over(CONFIGURATION, output);
    Replay replay = new Replay(hosts, instances, configuration, Plugins.load());
    ReplayResult result;
    try (Progress progress = Progress.of("replay", instances.size(), output.json())) {
      result = replay.run(progress::step);
    }
    output.show(result, out -> ReplayView.print(result, out));
    if (!result.sound()) {
      return Fsched.FAULT;
    }
    return result.refused() == 0 ? Fsched.ALL_PLACED : Fsched.SOME_REFUSED;
  }
}
