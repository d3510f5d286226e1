package org.filterscheduler.core;

import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;
import org.jspecify.annotations.Nullable;

/** The form of reports. */
final class ReportJson {
  private ReportJson() {}

  static Map<String, Object> write(HostReport report) {
    return key(report.key())
        .putUnless("", "boot", report.boot())
        .put("sequence", sequence(report))
        .put("seenAt", report.seenAt().map(Object::toString).orElse(null))
        .putUnless(true, "initialised", report.initialised())
        .putByClass("totals", report.totals())
        .putByClass("reserved", report.reserved())
        .putByClass("used", report.used())
        .putByClass("allocationRatios", report.allocationRatios())
        .put("diskAvailableLeastGb", leastDisk(report))
        .putEach("instances", report.instances(), ReportJson::instance)
        .putUnless(report.instances().size(), "numInstances", report.numInstances())
        .putUnless(0, "numIoOps", report.numIoOps())
        .putUnless(0, "failedBuilds", report.failedBuilds())
        .put("metrics", report.metrics())
        .put("stats", report.stats())
        .putUnless("", "hypervisorType", report.hypervisorType())
        .putUnless(0L, "hypervisorVersion", report.hypervisorVersion())
        .put("hypervisorHostname", report.hypervisorHostname().orElse(null))
        .put("hostIp", report.hostIp().orElse(null))
        .put("cpuInfo", report.cpuInfo().orElse(null))
        .putEach("supportedInstances", report.supportedInstances(), ReportJson::supported)
        .put("attributes", report.attributes())
        .put("bookings", report.bookings())
        .map();
  }

  static HostReport read(JsonFields fields) {
    HostReport.Builder report = HostReport.builder(readKey(fields));
    readIdentity(fields, report);
    readAmounts(fields, report);
    readFigures(fields, report);
    readDescription(fields, report);
    fields.requireAllTaken();
    return report.build();
  }

  static JsonOut key(HostKey key) {
    return new JsonOut().put("host", key.host()).put("node", key.node());
  }

  static HostKey readKey(JsonFields fields) {
    return new HostKey(fields.text("host"), fields.text("node"));
  }

  private static @Nullable Long sequence(HostReport report) {
    var sequence = report.sequence();
    return sequence.isPresent() ? sequence.getAsLong() : null;
  }

  private static @Nullable Long leastDisk(HostReport report) {
    var least = report.diskAvailableLeastGb();
    return least.isPresent() ? least.getAsLong() : null;
  }

  private static void readIdentity(JsonFields fields, HostReport.Builder report) {
    Long sequence = fields.optionalWhole("sequence");
    if (sequence != null) {
      report.sequence(sequence);
    }
    report
        .boot(orEmpty(fields.optionalText("boot")))
        .seenAt(fields.optionalInstant("seenAt"))
        .initialised(fields.flag("initialised", true));
  }

  private static void readAmounts(JsonFields fields, HostReport.Builder report) {
    Map<ResourceClass, Long> totals = fields.wholesByClass("totals");
    Map<ResourceClass, Long> reserved = fields.wholesByClass("reserved");
    totals.forEach(report::total);
    reserved.forEach(report::reserved);
    try {
      for (Map.Entry<ResourceClass, Long> used : fields.wholesByClass("used").entrySet()) {
        // an amount below 0 is reported as more free than there is, and comes in that way only
        ResourceClass resource = used.getKey();
        long most = totals.getOrDefault(resource, 0L) - reserved.getOrDefault(resource, 0L);
        report.free(resource, Math.subtractExact(most, used.getValue()));
      }
    } catch (ArithmeticException e) {
      throw fields.wrong("used", fields.wholesByClass("used"), "amounts near the totals");
    }
    fields.decimalsByClass("allocationRatios").forEach(report::allocationRatio);
    report.diskAvailableLeastGb(fields.optionalWhole("diskAvailableLeastGb"));
  }

  private static void readFigures(JsonFields fields, HostReport.Builder report) {
    report.instances(fields.objects("instances", ReportJson::readInstance));
    if (fields.has("numInstances")) {
      report.numInstances(fields.count("numInstances"));
    }
    report
        .numIoOps(fields.count("numIoOps"))
        .failedBuilds(fields.count("failedBuilds"))
        .metrics(fields.wholesByName("metrics"))
        .stats(fields.data("stats"));
  }

  private static void readDescription(JsonFields fields, HostReport.Builder report) {
    Long version = fields.optionalWhole("hypervisorVersion");
    report
        .hypervisorType(orEmpty(fields.optionalText("hypervisorType")))
        .hypervisorVersion(version == null ? 0 : version)
        .hypervisorHostname(fields.optionalText("hypervisorHostname"))
        .hostIp(fields.optionalText("hostIp"))
        .cpuInfo(fields.optionalText("cpuInfo"))
        .supportedInstances(fields.objects("supportedInstances", ReportJson::readSupported))
        .attributes(fields.data("attributes"))
        .bookings(fields.textsByName("bookings"));
  }

  private static Map<String, Object> instance(InstanceAllocation instance) {
    return new JsonOut()
        .put("instance", instance.instanceUuid())
        .put("claim", instance.claimId())
        .put("flavor", instance.flavorId())
        .putByClass("resources", instance.resources())
        .map();
  }

  private static InstanceAllocation readInstance(JsonFields fields) {
    return new InstanceAllocation(
        fields.text("instance"),
        fields.optionalText("claim"),
        fields.optionalText("flavor"),
        fields.wholesByClass("resources"));
  }

  private static Map<String, Object> supported(SupportedInstance supported) {
    return new JsonOut()
        .put("architecture", supported.architecture())
        .put("hypervisorType", supported.hypervisorType())
        .put("vmMode", supported.vmMode())
        .map();
  }

  private static SupportedInstance readSupported(JsonFields fields) {
    return new SupportedInstance(
        fields.text("architecture"), fields.text("hypervisorType"), fields.text("vmMode"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
