package org.filterscheduler.filters;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SupportedInstance;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.nova.CanonicalName;
import org.filterscheduler.spi.nova.ImageProperties;
import org.filterscheduler.spi.nova.VersionPredicate;

/** Asks for a hypervisor that runs what the image needs. */
final class ImagePropertiesFilter implements HostFilter {
  private static final List<String> WANTED =
      List.of(
          ImageProperties.ARCHITECTURE, ImageProperties.HYPERVISOR_TYPE, ImageProperties.VM_MODE);

  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    if (request.image().isEmpty()) {
      return HostCheck.everything();
    }
    ImageProperties image;
    try {
      image = ImageProperties.of(request.image().orElse(null));
    } catch (IllegalArgumentException e) {
      // The image's fault, not this filter's: so no exception, but a reason that names the
      // property.
      return HostCheck.nothing(Reason.of("bad-image-property", "error", message(e)));
    }
    Set<String> wanted = new LinkedHashSet<>();
    WANTED.forEach(name -> image.text(name).ifPresent(wanted::add));
    if (wanted.isEmpty()) {
      return HostCheck.everything(); // as in Nova: then the version is not looked at either
    }
    return new Runs(Set.copyOf(wanted), version(image));
  }

  private static String message(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }

  private static VersionPredicate version(ImageProperties image) {
    return image
        .text(ImageProperties.REQUESTED_VERSION)
        .map(VersionPredicate::parse)
        .orElse(VersionPredicate.ANY);
  }

  /**
   * Passes the hosts one of whose kinds of instances has all wanted names, at whatever position: as
   * in Nova, the VM mode xen is found in the hypervisor type xen.
   */
  private record Runs(Set<String> wanted, VersionPredicate version) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return runs(host) && versionFits(host);
    }

    // All are made canonical before one may do: a name that is unknown is a fault, as in Nova.
    private boolean runs(HostDescription host) {
      boolean found = false;
      for (List<String> kind : kinds(host)) {
        found |= kind.containsAll(wanted);
      }
      return found;
    }

    private boolean versionFits(HostDescription host) {
      return host.hypervisorVersion() == 0 || version.matches(host.hypervisorVersion());
    }

    private static List<List<String>> kinds(HostDescription host) {
      List<List<String>> kinds = new ArrayList<>();
      if (host.initialised()) {
        for (SupportedInstance reported : host.supportedInstances()) {
          SupportedInstance kind = CanonicalName.supported(reported);
          kinds.add(List.of(kind.architecture(), kind.hypervisorType(), kind.vmMode()));
        }
      }
      return kinds;
    }

    @Override
    public Reason reason(HostDescription host) {
      if (runs(host)) {
        return Reason.of(
            "hypervisor-version",
            Map.of(
                "requested", version.toString(),
                "version", String.valueOf(host.hypervisorVersion())));
      }
      return Reason.of(
          "image-not-supported",
          Map.of(
              "wanted", new TreeSet<>(wanted).toString(),
              "supported", kinds(host).toString()));
    }
  }
}
