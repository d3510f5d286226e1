package org.filterscheduler.benchmarks;

import com.netflix.fenzo.TaskAssignmentResult;
import com.netflix.fenzo.TaskRequest;
import com.netflix.fenzo.TaskTrackerState;
import com.netflix.fenzo.VMTaskFitnessCalculator;
import com.netflix.fenzo.VirtualMachineCurrentState;
import java.util.Map;
import java.util.Objects;

/**
 * The more free memory, the fitter a host is for Fenzo; of equal ones the lower position is. Fenzo
 * takes 0 for no fit, and leaves it to the calculator to subtract what this call assigned already.
 */
final class FreeMemoryFitness implements VMTaskFitnessCalculator {
  private static final double MOST_MB = 1.5 * Spread.RAM_MB;

  private final Map<String, Integer> positions;

  FreeMemoryFitness(Map<String, Integer> positions) {
    this.positions = positions;
  }

  @Override
  public String getName() {
    return "FreeMemory";
  }

  @Override
  public double calculateFitness(
      TaskRequest task, VirtualMachineCurrentState host, TaskTrackerState tracker) {
    double free = host.getCurrAvailableResources().memoryMB();
    for (TaskAssignmentResult assigned : host.getTasksCurrentlyAssigned()) {
      free -= assigned.getRequest().getMemory();
    }
    int hosts = positions.size();
    int position = Objects.requireNonNull(positions.get(host.getHostname()));
    // A whole number below 2^53, so that no two hosts share a fitness by rounding.
    return (free * hosts + (hosts - position)) / ((MOST_MB + 1) * hosts);
  }
}
