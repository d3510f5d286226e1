package org.filterscheduler.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an explanation as maps. */
final class ExplanationMaps {
  private ExplanationMaps() {}

  static Map<String, @Nullable Object> step(Explanation.Step step) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", step.name());
    map.put("filter", step.filter());
    map.put("in", step.hostsIn());
    map.put("out", step.hostsOut());
    map.put("reasons", step.reasons().stream().map(ExplanationMaps::reasonCount).toList());
    return map;
  }

  static Map<String, @Nullable Object> miss(Explanation.NearMiss miss) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("host", miss.host().toString());
    map.put("step", miss.step());
    map.putAll(reason(miss.reason()));
    return map;
  }

  static Map<String, @Nullable Object> ranked(RankedHost host) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("host", host.host().toString());
    map.put("weight", host.weight());
    map.put("parts", host.parts().stream().map(ExplanationMaps::part).toList());
    return map;
  }

  static Map<String, @Nullable Object> verdict(Explanation.HostVerdict verdict) {
    Map<String, @Nullable Object> rejections = new LinkedHashMap<>();
    verdict.rejections().forEach((filter, reason) -> rejections.put(filter, reason(reason)));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("host", verdict.host().toString());
    map.put("rejections", rejections);
    return map;
  }

  private static Map<String, @Nullable Object> reasonCount(Explanation.ReasonCount reason) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("code", reason.code());
    map.put("count", reason.count());
    map.put("samples", reason.samples().stream().map(HostKey::toString).toList());
    return map;
  }

  private static Map<String, @Nullable Object> reason(Reason reason) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("code", reason.code());
    map.put("values", reason.values());
    Reason.Shortfall shortfall = reason.shortfall();
    if (shortfall != null) {
      map.put("lacks", shortfall.amount());
      map.put("unit", shortfall.unit());
    }
    return map;
  }

  private static Map<String, @Nullable Object> part(WeightPart part) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("weigher", part.weigher());
    map.put("raw", part.raw());
    map.put("normalised", part.normalised());
    map.put("multiplier", part.multiplier());
    return map;
  }
}
