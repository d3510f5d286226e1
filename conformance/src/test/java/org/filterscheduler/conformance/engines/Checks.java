package org.filterscheduler.conformance.engines;

import java.util.Map;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.DescriptionCheck;

/** What the third party's filters ask. */
final class Checks {
  /** The tier whose hosts some plug-ins cannot stand. */
  static final String ODD = "odd";

  private Checks() {}

  static String tier(HostDescription host) {
    return String.valueOf(host.attributes().getOrDefault("tier", "none"));
  }

  static boolean isOdd(HostState host) {
    return tier(host.description()).equals(ODD);
  }

  record Tier(String wanted) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return tier(host).equals(wanted);
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("tier-" + tier(host), Map.of("wanted", wanted));
    }
  }

  record VersionAtLeast(long version) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return host.hypervisorVersion() >= version;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("too-old", "version", host.hypervisorVersion());
    }
  }

  /** Breaks its contract on odd hosts. */
  record NotOnOdd(long version) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      if (tier(host).equals(ODD)) {
        throw new IllegalStateException("odd");
      }
      return host.hypervisorVersion() != version;
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("version");
    }
  }

  record FreeGpus() implements CapacityDimension {
    @Override
    public String name() {
      return "gpus";
    }

    @Override
    public String unit() {
      return "GPUs";
    }

    @Override
    public double headroom(HostState host) {
      return host.free(Node.GPU);
    }
  }

  /** Fractions, and no bound where the version is even. */
  record Boundless() implements CapacityDimension {
    @Override
    public String name() {
      return "boundless";
    }

    @Override
    public String unit() {
      return "GB";
    }

    @Override
    public double headroom(HostState host) {
      return host.description().hypervisorVersion() % 2 == 0
          ? Double.POSITIVE_INFINITY
          : host.freeMemoryMb() / 1000.0;
    }
  }

  record Room(int most) implements CapacityDimension {
    @Override
    public String name() {
      return "room";
    }

    @Override
    public String unit() {
      return "instances";
    }

    @Override
    public double headroom(HostState host) {
      return most - host.usage().numInstances();
    }
  }

  /** No number on odd hosts, which is a fault, and less than all numbers on version 3. */
  record Unsound(boolean throwing) implements CapacityDimension {
    @Override
    public String name() {
      return "unsound";
    }

    @Override
    public String unit() {
      return "";
    }

    @Override
    public double headroom(HostState host) {
      if (isOdd(host) && throwing) {
        throw new IllegalStateException("odd");
      }
      long version = host.description().hypervisorVersion();
      return isOdd(host) ? Double.NaN : version == 3 ? Double.NEGATIVE_INFINITY : 5 - version;
    }
  }
}
