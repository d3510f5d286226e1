package org.filterscheduler.benchmarks.quality;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.examples.replay.run.TracePod;
import org.jspecify.annotations.Nullable;

/** Timefold's construction heuristic 'first fit decreasing', with the score of best-fit. */
final class TimefoldPlacer implements Placer {
  private final SolverFactory<Arrivals> solvers =
      SolverFactory.create(
          new SolverConfig()
              .withSolutionClass(Arrivals.class)
              .withEntityClasses(Arrival.class)
              .withEasyScoreCalculatorClass(Arrivals.Score.class)
              .withPhases(
                  new ConstructionHeuristicPhaseConfig()
                      .withConstructionHeuristicType(
                          ConstructionHeuristicType.FIRST_FIT_DECREASING)));

  @Override
  public List<@Nullable Node> place(List<TracePod> pods, List<Node> nodes) {
    List<Arrival> arrivals = new ArrayList<>();
    pods.forEach(pod -> arrivals.add(new Arrival(pod)));
    Arrivals best = solvers.buildSolver().solve(new Arrivals(arrivals, nodes));
    List<@Nullable Node> chosen = new ArrayList<>();
    best.pods().forEach(arrival -> chosen.add(arrival.node()));
    return chosen;
  }
}
