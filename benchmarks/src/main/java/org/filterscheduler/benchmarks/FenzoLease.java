package org.filterscheduler.benchmarks;

import com.netflix.fenzo.VirtualMachineLease;
import java.util.List;
import java.util.Map;
import org.apache.mesos.Protos;
import org.jspecify.annotations.Nullable;

/** What a host has to offer, as Fenzo is told of it: all that is free, or what just became free. */
final class FenzoLease implements VirtualMachineLease {
  private final String id;
  private final String host;
  private final double[] free; // vCPUs, MiB, GiB: after the ratios
  private final Map<String, Protos.Attribute> attributes;
  private final long offeredAt;

  FenzoLease(
      String id,
      String host,
      double[] free,
      Map<String, Protos.Attribute> attributes,
      long offeredAt) {
    this.id = id;
    this.host = host;
    this.free = free.clone();
    this.attributes = attributes;
    this.offeredAt = offeredAt;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public long getOfferedTime() {
    return offeredAt;
  }

  @Override
  public String hostname() {
    return host;
  }

  @Override
  public String getVMID() {
    return host;
  }

  @Override
  public double cpuCores() {
    return free[0];
  }

  @Override
  public double memoryMB() {
    return free[1];
  }

  @Override
  public double networkMbps() {
    return 0;
  }

  @Override
  public double diskMB() {
    return free[2];
  }

  @Override
  public List<Range> portRanges() {
    return List.of();
  }

  @Override
  public Protos.@Nullable Offer getOffer() {
    return null; // there is no Mesos here
  }

  @Override
  public Map<String, Protos.Attribute> getAttributeMap() {
    return attributes;
  }

  @Override
  public @Nullable Double getScalarValue(String name) {
    return null;
  }

  @Override
  public Map<String, Double> getScalarValues() {
    return Map.of();
  }
}
