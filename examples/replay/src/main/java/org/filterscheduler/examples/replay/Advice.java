package org.filterscheduler.examples.replay;

import java.util.Map;
import org.filterscheduler.api.Reason;

/** Says what would have to be different of a host for a rejection not to be. */
final class Advice {
  /** By reason code; a value of the reason is put in for its name in braces. */
  private static final Map<String, String> CURES =
      Map.ofEntries(
          Map.entry("other-zone", "it were in zone {requested}"),
          Map.entry("service-disabled", "its service were enabled ({disabled_reason})"),
          Map.entry("service-down", "its service were up"),
          Map.entry("image-not-supported", "it could run {wanted}"),
          Map.entry("already-tried", "a build had not failed on it before"),
          Map.entry("group-member-on-host", "it had no member of the server group"),
          Map.entry("no-group-member-on-host", "it had a member of the server group"),
          Map.entry("rack-has-member", "rack {rack} had no member of the server group"),
          Map.entry("gpu-model", "its GPUs were of model {allowed}"),
          Map.entry("ignored-host", "the request did not ignore it"),
          Map.entry("not-forced-host", "the request were not forced to {forced}"),
          Map.entry("not-forced-node", "the request were not forced to {forced}"),
          Map.entry("not-requested-destination", "the request did not want {requested}"));

  private Advice() {}

  /**
   * Returns the end of "it would pass if ...".
   *
   * @param step what rejected it
   * @param reason why
   */
  static String of(String step, Reason reason) {
    if (reason.shortfall() != null) {
      return "it had " + reason.shortfall() + " more (" + step + ")";
    }
    String cure = CURES.get(reason.code());
    if (cure == null) {
      return step + " did not reject it: " + reason;
    }
    for (Map.Entry<String, String> value : reason.values().entrySet()) {
      cure = cure.replace("{" + value.getKey() + "}", value.getValue());
    }
    return cure;
  }
}
