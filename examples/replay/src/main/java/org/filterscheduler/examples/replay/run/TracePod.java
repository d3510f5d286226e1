package org.filterscheduler.examples.replay.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.examples.replay.gpu.GpuModelFilterProvider;

/**
 * A pod of a trace.
 *
 * @param name its name
 * @param cpuMilli the thousandths of a CPU that it takes
 * @param memoryMib the memory that it takes
 * @param numGpu how many GPUs it takes
 * @param gpuMilli how many thousandths of each of them
 * @param gpuSpec the models that are allowed, separated by {@code |}; empty for any
 * @param created when it comes, in seconds
 * @param deleted when it leaves; {@link TimedRequest#NEVER} where it stays
 */
public record TracePod(
    String name,
    int cpuMilli,
    long memoryMib,
    long numGpu,
    long gpuMilli,
    String gpuSpec,
    long created,
    long deleted) {
  /** Returns the thousandths of GPUs that it takes together. */
  public long totalGpuMilli() {
    return numGpu * gpuMilli;
  }

  /** Returns the request for it. */
  public TimedRequest request() {
    Flavor flavor =
        Flavor.builder(cpuMilli + "m-" + memoryMib + "-" + totalGpuMilli() + "-" + gpuSpec)
            .vcpus(cpuMilli)
            .memoryMb(memoryMib)
            .extraSpecs(extraSpecs())
            .build();
    RequestSpec spec =
        RequestSpec.builder(flavor)
            .requestId(name)
            .instanceUuid(name)
            .instanceUuids(List.of(name))
            .build();
    return new TimedRequest(spec, created, deleted);
  }

  private Map<String, String> extraSpecs() {
    Map<String, String> specs = new TreeMap<>();
    if (totalGpuMilli() > 0) {
      specs.put("resources:" + TraceNode.GPU_MILLI, String.valueOf(totalGpuMilli()));
    }
    if (!gpuSpec.isEmpty()) {
      specs.put(GpuModelFilterProvider.ALLOWED, gpuSpec);
    }
    return specs;
  }
}
