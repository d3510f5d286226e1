package org.filterscheduler.examples.replay;

import java.util.List;
import java.util.concurrent.Callable;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.run.Engine;
import org.filterscheduler.examples.replay.run.Inquiry;
import org.filterscheduler.examples.replay.run.Simulation;
import org.filterscheduler.examples.replay.run.TimedRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains the decision for one request of a file. */
@Command(
    name = "explain",
    description = {
      "Explains the decision for one request.",
      "Shown are the verdict of every filter on every host, the weights, and what would have to",
      "change. The requests before it are placed first."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--request",
      required = true,
      paramLabel = "ID",
      description = "The id of the request.")
  private String id = "";

  @Option(
      names = "--alone",
      description = "Explain it on the hosts as they are in the file, without the requests before.")
  private boolean alone;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<TimedRequest> requests = cluster.requests();
    TimedRequest wanted = find(requests);
    SchedulerConfiguration configuration = policy.over("", output);
    Engine engine = Engine.of(cluster.cluster(), configuration, Plugins.load());
    if (!alone) {
      new Simulation(engine, (request, result) -> {}).runBefore(wanted, requests);
    }
    ExplainResult result =
        ExplainResult.of(
            new Inquiry(engine.scheduler()).about(wanted.request()),
            PolicyOptions.names(configuration, PolicyOptions.FILTERS));
    output.show(result.json(), out -> ExplainView.print(result, out));
    return result.placed() ? Fsched.ALL_PLACED : Fsched.SOME_REFUSED;
  }

  private TimedRequest find(List<TimedRequest> requests) {
    return requests.stream()
        .filter(request -> request.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--request': \""
                        + id
                        + "\" must be the id of one of the "
                        + requests.size()
                        + " requests, for instance "
                        + requests.get(0).id()));
  }
}
