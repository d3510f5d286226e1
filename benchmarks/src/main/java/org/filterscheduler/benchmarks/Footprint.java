package org.filterscheduler.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.openjdk.jol.info.GraphLayout;

/**
 * The memory of an inventory, as the sum of all objects that can be reached from it, beyond the
 * strings that the caller made: names of hosts, and ids of instances and claims.
 */
final class Footprint {
  static {
    // Lambdas hide their fields from JOL unless it computes where they are; and it need not ask
    // the virtual machine for the sizes of objects, which it does with warnings.
    System.setProperty("jol.magicFieldOffset", "true");
    System.setProperty("jol.skipDynamicAttach", "true");
    System.setProperty("jol.skipHotspotSAAttach", "true");
  }

  private final double bytesPerHost;
  private final double bytesPerClaim;

  /** Fills a cluster that has no hosts yet. */
  Footprint(Cluster cluster, List<HostReport> reports, int claimsPerHost) {
    long empty = size(cluster.inventory());
    List<String> names = new ArrayList<>();
    for (HostReport report : reports) {
      cluster.add(report);
      names.add(report.key().host());
      names.add(report.key().node());
    }
    long registered = size(cluster.inventory());
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < claimsPerHost * reports.size(); n++) {
      RequestSpec request = Cluster.initial(n, n % Cluster.FLAVORS.size());
      ids.add(cluster.claim(n % reports.size(), request));
      ids.add(request.instanceUuid());
    }
    long claimed = size(cluster.inventory());
    bytesPerHost = (double) (registered - empty - strings(names)) / reports.size();
    bytesPerClaim = (double) (claimed - registered - strings(ids)) * 2 / ids.size();
  }

  double bytesPerHost() {
    return bytesPerHost;
  }

  double bytesPerClaim() {
    return bytesPerClaim;
  }

  private static long size(Object... roots) {
    return GraphLayout.parseInstance(roots).totalSize();
  }

  /** The strings without the array that holds them; one that is there twice counts once. */
  private static long strings(List<String> strings) {
    String[] array = strings.toArray(new String[0]);
    return size((Object) array) - size((Object) new String[array.length]);
  }
}
