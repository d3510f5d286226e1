package org.filterscheduler.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.filterscheduler.api.RankedHost;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.api.Selection;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.PlaceResult.Placement;
import org.filterscheduler.examples.replay.run.Engine;
import org.filterscheduler.examples.replay.run.Refusal;
import org.filterscheduler.examples.replay.run.Simulation;
import org.filterscheduler.examples.replay.run.TimedRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Places the requests of a file on the hosts of another. */
@Command(
    name = "place",
    description = {
      "Places requests on hosts, and prints which host each instance got.",
      "Requests with times come and leave in the order of these."
    })
final class PlaceCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<TimedRequest> requests = cluster.requests();
    Engine engine = Engine.of(cluster.cluster(), policy.over("", output), Plugins.load());
    List<Placement> placements = new ArrayList<>();
    new Simulation(engine, (request, answer) -> placements.addAll(rows(request, answer)))
        .run(requests);
    PlaceResult result = PlaceResult.of(requests.size(), placements);
    output.show(result, out -> PlaceView.print(result, out));
    return result.refused() == 0 ? Fsched.ALL_PLACED : Fsched.SOME_REFUSED;
  }

  private static List<Placement> rows(TimedRequest request, SchedulingResult result) {
    return result
        .scheduled()
        .map(scheduled -> scheduled.selections().stream().map(PlaceCommand::placed).toList())
        .orElseGet(() -> List.of(refused(request, Refusal.of(result))));
  }

  private static Placement placed(Selection selection) {
    RankedHost best = selection.ranking().get(0);
    return new Placement(
        selection.requestId(),
        selection.instanceUuid(),
        selection.host().toString(),
        best.weight(),
        null);
  }

  private static Placement refused(TimedRequest request, Refusal refusal) {
    return new Placement(request.id(), request.request().instanceUuid(), null, null, refusal);
  }
}
