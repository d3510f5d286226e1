package org.filterscheduler.benchmarks;

import com.netflix.fenzo.ConstraintEvaluator;
import com.netflix.fenzo.TaskRequest;
import com.netflix.fenzo.VMTaskFitnessCalculator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance to be placed, as Fenzo asks for it. */
final class FenzoTask implements TaskRequest {
  private final String id;
  private final int[] size;
  private final List<ConstraintEvaluator> constraints;
  private @Nullable AssignedResources assigned;

  FenzoTask(String id, int flavor, List<ConstraintEvaluator> constraints) {
    this.id = id;
    this.size = Spread.FLAVORS[flavor];
    this.constraints = constraints;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public String taskGroupName() {
    return "";
  }

  @Override
  public double getCPUs() {
    return size[0];
  }

  @Override
  public double getMemory() {
    return size[1];
  }

  @Override
  public double getNetworkMbps() {
    return 0;
  }

  @Override
  public double getDisk() {
    return size[2];
  }

  @Override
  public int getPorts() {
    return 0;
  }

  @Override
  public Map<String, Double> getScalarRequests() {
    return Map.of();
  }

  @Override
  public Map<String, NamedResourceSetRequest> getCustomNamedResources() {
    return Map.of();
  }

  @Override
  public List<ConstraintEvaluator> getHardConstraints() {
    return constraints;
  }

  @Override
  public List<VMTaskFitnessCalculator> getSoftConstraints() {
    return List.of();
  }

  @Override
  public void setAssignedResources(AssignedResources value) {
    assigned = value;
  }

  @Override
  public @Nullable AssignedResources getAssignedResources() {
    return assigned;
  }
}
