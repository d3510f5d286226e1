package org.filterscheduler.core;

import java.util.Map;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in did wrong.
 *
 * @param plugin its name
 * @param deed what it did, without its name: the end of a sentence
 * @param host the host that it was asked about; null if about none
 * @param cause what it threw; null if it threw nothing
 */
record Fault(String plugin, String deed, @Nullable HostKey host, @Nullable Throwable cause) {
  static final String CODE = "plugin-failed";

  static Fault thrown(String plugin, String where, @Nullable HostKey host, Throwable cause) {
    return new Fault(plugin, "threw " + cause + " in " + where, host, cause);
  }

  Reason reason() {
    return Reason.of(CODE, Map.of("plugin", plugin, "fault", deed));
  }

  String message() {
    return plugin + " " + deed + (host == null ? "" : ", asked about host " + host);
  }
}
