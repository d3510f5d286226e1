package org.filterscheduler.examples.replay.run;

import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.examples.replay.gpu.GpuModelFilterProvider;

/**
 * A node of a trace.
 *
 * @param name its serial number
 * @param cpuMilli thousandths of a CPU: as many vCPUs in the model
 * @param memoryMib its memory
 * @param gpus how many GPUs it has
 * @param model their model; empty where it has none
 */
public record TraceNode(String name, long cpuMilli, long memoryMib, long gpus, String model) {
  /** Thousandths of a GPU. */
  public static final ResourceClass GPU_MILLI = new ResourceClass("CUSTOM_GPU_MILLI");

  private static final int MILLI = 1000;

  /** Returns the capacity of its GPUs in thousandths. */
  public long gpuMilli() {
    return MILLI * gpus;
  }

  /** Returns what the node reports. */
  public HostReport report() {
    return HostReport.builder(HostKey.of(name))
        .boot("trace")
        .sequence(1)
        .total(ResourceClass.VCPU, cpuMilli)
        .total(ResourceClass.MEMORY_MB, memoryMib)
        .total(GPU_MILLI, gpuMilli())
        .stats(model.isEmpty() ? Map.of() : Map.of(GpuModelFilterProvider.MODEL, model))
        .build();
  }
}
