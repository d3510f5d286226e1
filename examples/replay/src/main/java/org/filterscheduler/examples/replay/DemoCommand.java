package org.filterscheduler.examples.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.input.ClusterFile;
import org.filterscheduler.examples.replay.input.RequestsFile;
import org.filterscheduler.examples.replay.run.Cluster;
import org.filterscheduler.examples.replay.run.Engine;
import org.filterscheduler.examples.replay.run.Refusal;
import org.filterscheduler.examples.replay.run.RefusalCounts;
import org.filterscheduler.examples.replay.run.Simulation;
import org.filterscheduler.examples.replay.run.SimulationListener;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.Utilisation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places a bundled day of requests on a bundled cluster. */
@Command(
    name = "demo",
    description = "Places a bundled day of requests on a bundled cluster, and prints a summary.")
final class DemoCommand implements Callable<Integer> {
  static final String HOSTS = "demo-hosts.json";
  static final String REQUESTS = "demo-requests.json";
  static final String CONFIGURATION = "demo.conf";

  private static final int DAY_SECONDS = 24 * 60 * 60;
  private static final int FULLEST = 10;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Write the bundled files into a folder, to be changed and placed anew.")
  private @Nullable Path folder;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  /** Counts what became of the requests. */
  private static final class Tally implements SimulationListener {
    private final RefusalCounts refusals = new RefusalCounts();
    private final Progress progress;
    private int instances;

    private Tally(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void decided(TimedRequest request, SchedulingResult result) {
      result
          .scheduled()
          .ifPresentOrElse(
              scheduled -> instances += scheduled.selections().size(),
              () -> refusals.add(request.id(), Refusal.of(result)));
      progress.step();
    }
  }

  @Override
  public Integer call() {
    if (folder != null) {
      List.of(HOSTS, REQUESTS, CONFIGURATION).forEach(name -> save(name, folder));
    }
    SchedulerConfiguration configuration = policy.over(resource(CONFIGURATION), output);
    Cluster cluster = ClusterFile.parse(HOSTS, resource(HOSTS));
    List<TimedRequest> requests = RequestsFile.parse(REQUESTS, resource(REQUESTS));
    Engine engine = Engine.of(cluster, configuration, Plugins.load());
    DemoResult result = run(engine, requests);
    output.show(result, out -> DemoView.print(result, out));
    return result.refused() == 0 ? Fsched.ALL_PLACED : Fsched.SOME_REFUSED;
  }

  private DemoResult run(Engine engine, List<TimedRequest> requests) {
    try (Progress progress = Progress.of("demo", requests.size(), output.json())) {
      Tally tally = new Tally(progress);
      Simulation simulation = new Simulation(engine, tally);
      simulation.run(requests);
      simulation.departUntil(DAY_SECONDS);
      return result(engine, requests.size(), tally, simulation.deciding().toMillis());
    }
  }

  private static DemoResult result(Engine engine, int requests, Tally tally, long millis) {
    ClusterState end = engine.inventory().snapshot();
    int refused = tally.refusals.total();
    return new DemoResult(
        end.hosts().size(),
        requests,
        requests - refused,
        tally.instances,
        refused,
        tally.refusals.counts(),
        Utilisation.zones(end),
        Utilisation.fullest(end, FULLEST),
        millis);
  }

  private static void save(String name, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), resource(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream stream = DemoCommand.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The jar has no " + name + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
