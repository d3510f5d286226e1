package org.filterscheduler.filters;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.spi.nova.HostAttributes;
import org.filterscheduler.spi.nova.PythonText;
import org.filterscheduler.spi.nova.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * One extra spec that asks something of a host.
 *
 * @param key the extra spec
 * @param path where to look: an attribute of the host, then entries of maps
 * @param scoped whether it has the scope; one without is ignored by hosts that know no such thing
 * @param requirement what the value has to be
 */
record Capability(String key, List<String> path, boolean scoped, Requirement requirement) {
  private static final String SCOPE = "capabilities";
  private static final String STATS = "stats";

  /** Reads attributes of a host, or of its description alone. */
  private interface Attributes {
    @Nullable Object value(String name);
  }

  /** Returns what an extra spec asks; empty for one that is not for this filter. */
  static Optional<Capability> of(String key, String requirement) {
    List<String> parts = Arrays.asList(key.split(":", -1));
    boolean scoped = parts.size() > 1;
    if (scoped && !parts.get(0).equals(SCOPE)) {
      return Optional.empty();
    }
    List<String> path = List.copyOf(scoped ? parts.subList(1, parts.size()) : parts);
    return Optional.of(new Capability(key, path, scoped, Requirement.of(requirement)));
  }

  /** Returns whether it can be judged by the description of a host alone. */
  boolean ofDescription() {
    return !HostAttributes.dependsOnUsage(path.get(0));
  }

  /** Returns whether a host does that is known by its description. */
  boolean accepts(HostDescription host) {
    return accepts(host, attributes(host));
  }

  /** Returns whether a host does. */
  boolean accepts(HostState host) {
    return accepts(host.description(), attributes(host));
  }

  /** Returns why a host that is known by its description is not accepted. */
  Reason reason(HostDescription host) {
    return reason(attributes(host));
  }

  /** Returns why a host is not accepted. */
  Reason reason(HostState host) {
    return reason(attributes(host));
  }

  private static Attributes attributes(HostDescription host) {
    return name -> HostAttributes.value(host, name);
  }

  private static Attributes attributes(HostState host) {
    return name -> HostAttributes.value(host, name);
  }

  private boolean accepts(HostDescription host, Attributes attributes) {
    if (!scoped && !knows(host, attributes)) {
      return true;
    }
    Object value = find(attributes);
    return value != null && matches(PythonText.of(value));
  }

  private Reason reason(Attributes attributes) {
    Object value = find(attributes);
    if (value == null) {
      return Reason.of("no-such-capability", Map.of("spec", key, "required", requirement.text()));
    }
    return Reason.of(
        "capability-mismatch",
        Map.of("spec", key, "required", requirement.text(), "value", PythonText.of(value)));
  }

  private boolean knows(HostDescription host, Attributes attributes) {
    String name = path.get(0);
    return HostAttributes.has(host, name)
        || (attributes.value(STATS) instanceof Map<?, ?> stats && stats.containsKey(name));
  }

  private boolean matches(String value) {
    try {
      return requirement.matches(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The extra spec " + key + ": " + e.getMessage(), e);
    }
  }

  private @Nullable Object find(Attributes attributes) {
    Object value = attribute(attributes, path.get(0));
    for (String name : path.subList(1, path.size())) {
      value = entry(value, name);
    }
    return value;
  }

  private static @Nullable Object attribute(Attributes attributes, String name) {
    Object value = attributes.value(name);
    return value == null ? entry(attributes.value(STATS), name) : value;
  }

  private static @Nullable Object entry(@Nullable Object value, String name) {
    Object data = value instanceof String document ? parsed(document) : value;
    return data instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private static @Nullable Object parsed(String document) {
    try {
      return PythonJson.read(document);
    } catch (IOException e) {
      return null; // as in Nova: no JSON has no such entry
    }
  }
}
