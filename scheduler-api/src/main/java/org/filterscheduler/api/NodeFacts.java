package org.filterscheduler.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * What a node says of itself beside amounts: parts that its report and its description have in
 * common, so that both hold one object. Most nodes of a cloud say few of these. Immutable: what is
 * not final is written before anybody else sees the object.
 */
final class NodeFacts {
  static final NodeFacts NONE = new NodeFacts();

  private Map<String, @Nullable Object> stats = Map.of();
  private String hypervisorType = "";
  private long hypervisorVersion;
  private @Nullable String hypervisorHostname;
  private @Nullable String hostIp;
  private @Nullable String cpuInfo;
  private List<SupportedInstance> supportedInstances = List.of();
  private Map<String, @Nullable Object> attributes = Map.of();
  private Map<String, String> bookings = Map.of();

  private NodeFacts() {}

  private NodeFacts(NodeFacts from) {
    stats = from.stats;
    hypervisorType = from.hypervisorType;
    hypervisorVersion = from.hypervisorVersion;
    hypervisorHostname = from.hypervisorHostname;
    hostIp = from.hostIp;
    cpuInfo = from.cpuInfo;
    supportedInstances = from.supportedInstances;
    attributes = from.attributes;
    bookings = from.bookings;
  }

  Map<String, @Nullable Object> stats() {
    return stats;
  }

  String hypervisorType() {
    return hypervisorType;
  }

  long hypervisorVersion() {
    return hypervisorVersion;
  }

  @Nullable String hypervisorHostname() {
    return hypervisorHostname;
  }

  @Nullable String hostIp() {
    return hostIp;
  }

  @Nullable String cpuInfo() {
    return cpuInfo;
  }

  List<SupportedInstance> supportedInstances() {
    return supportedInstances;
  }

  Map<String, @Nullable Object> attributes() {
    return attributes;
  }

  Map<String, String> bookings() {
    return bookings;
  }

  NodeFacts withStats(Map<String, ? extends @Nullable Object> value) {
    NodeFacts copy = new NodeFacts(this);
    copy.stats = Data.copyOf(value);
    return copy;
  }

  NodeFacts withHypervisorType(String value) {
    NodeFacts copy = new NodeFacts(this);
    copy.hypervisorType = Objects.requireNonNull(value, "hypervisorType");
    return copy;
  }

  NodeFacts withHypervisorVersion(long value) {
    NodeFacts copy = new NodeFacts(this);
    copy.hypervisorVersion = Require.notNegative(value, "hypervisorVersion");
    return copy;
  }

  NodeFacts withHypervisorHostname(@Nullable String value) {
    NodeFacts copy = new NodeFacts(this);
    copy.hypervisorHostname = value;
    return copy;
  }

  NodeFacts withHostIp(@Nullable String value) {
    NodeFacts copy = new NodeFacts(this);
    copy.hostIp = value;
    return copy;
  }

  NodeFacts withCpuInfo(@Nullable String value) {
    NodeFacts copy = new NodeFacts(this);
    copy.cpuInfo = value;
    return copy;
  }

  NodeFacts withSupportedInstances(List<SupportedInstance> value) {
    NodeFacts copy = new NodeFacts(this);
    copy.supportedInstances = List.copyOf(value);
    return copy;
  }

  NodeFacts withAttributes(Map<String, ? extends @Nullable Object> value) {
    NodeFacts copy = new NodeFacts(this);
    copy.attributes = Data.copyOf(value);
    return copy;
  }

  NodeFacts withBookings(Map<String, String> value) {
    NodeFacts copy = new NodeFacts(this);
    copy.bookings = Map.copyOf(value);
    return copy;
  }

  private List<@Nullable Object> list() {
    return Arrays.asList(
        stats,
        hypervisorType,
        hypervisorVersion,
        hypervisorHostname,
        hostIp,
        cpuInfo,
        supportedInstances,
        attributes,
        bookings);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof NodeFacts that && list().equals(that.list()));
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }
}
