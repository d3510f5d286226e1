package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.StateCheck;

/** What a request itself says of the hosts, before any filter is asked. */
final class PreSelection {
  record Names(Predicate<HostKey> admits, Reason otherwise) implements StateCheck {
    @Override
    public boolean test(HostState host) {
      return admits.test(host.key());
    }

    @Override
    public Reason reason(HostState host) {
      return otherwise;
    }
  }

  private PreSelection() {}

  /** Returns the steps in Nova's order; only those that the request asks for. */
  static List<Step> of(RequestSpec request) {
    if (isSilent(request)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    request
        .requestedDestination()
        .ifPresent(
            wanted ->
                steps.add(
                    names(
                        "requested-destination",
                        wanted::matches,
                        Reason.of("not-requested-destination", "requested", wanted))));
    if (!request.ignoreHosts().isEmpty()) {
      Set<String> ignored = lowerCase(request.ignoreHosts());
      steps.add(
          names(
              "ignore-hosts",
              key -> !ignored.contains(lowerCase(key.host())),
              Reason.of("ignored-host", "ignored", request.ignoreHosts())));
    }
    if (!request.forceHosts().isEmpty()) {
      Set<String> forced = lowerCase(request.forceHosts());
      steps.add(
          names(
              "force-hosts",
              key -> forced.contains(lowerCase(key.host())),
              Reason.of("not-forced-host", "forced", request.forceHosts())));
    }
    if (!request.forceNodes().isEmpty()) {
      Set<String> forced = Set.copyOf(request.forceNodes()); // exact, unlike the hosts: as in Nova
      steps.add(
          names(
              "force-nodes",
              key -> forced.contains(key.node()),
              Reason.of("not-forced-node", "forced", request.forceNodes())));
    }
    if (asksForResources(request)) {
      steps.add(new Step("resources", false, new ResourceFit(request.extraResources())));
    }
    return steps;
  }

  private static boolean isSilent(RequestSpec request) {
    return request.requestedDestination().isEmpty()
        && request.ignoreHosts().isEmpty()
        && request.forceHosts().isEmpty()
        && request.forceNodes().isEmpty()
        && !asksForResources(request);
  }

  /** A forced request skips capacity as it skips the filters; a rebuild has its amounts already. */
  private static boolean asksForResources(RequestSpec request) {
    return !request.extraResources().isEmpty()
        && !request.forced()
        && request.kind() != RequestKind.REBUILD;
  }

  private static Step names(String step, Predicate<HostKey> admits, Reason otherwise) {
    return new Step(step, false, new Names(admits, otherwise));
  }

  private static Set<String> lowerCase(List<String> names) {
    Set<String> all = new HashSet<>();
    names.forEach(name -> all.add(lowerCase(name)));
    return all;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
