package org.filterscheduler.examples.replay.gpu;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;

/** Splits the list of models once per request. */
final class GpuModelFilter implements HostFilter {
  @Override
  public HostCheck prepare(RequestSpec request, ClusterView cluster) {
    String allowed = request.flavor().extraSpecs().get(GpuModelFilterProvider.ALLOWED);
    return allowed == null ? HostCheck.everything() : new GpuModelCheck(models(allowed));
  }

  private static Set<String> models(String list) {
    return Arrays.stream(list.split("\\|", -1))
        .map(String::strip)
        .filter(model -> !model.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
