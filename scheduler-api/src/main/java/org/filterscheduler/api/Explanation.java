package org.filterscheduler.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an instance got the host it got, or none: data first, then text. Immutable.
 *
 * <p>The steps begin with all hosts of the inventory; what each takes away is counted by reason, so
 * that the counts add up to the hosts that are not left.
 */
public final class Explanation {
  private final Builder parts;

  private Explanation(Builder builder) {
    parts = new Builder(builder);
  }

  /**
   * One step of a decision: a part of the pre-selection, a filter, or what takes hosts away that
   * passed the filters.
   *
   * @param name the name of the filter; for the pre-selection {@code earlier-instances}, {@code
   *     requested-destination}, {@code ignore-hosts}, {@code force-hosts}, {@code force-nodes} or
   *     {@code resources}; afterwards the name of a weigher that failed, {@code limits} where a
   *     filter failed to write them, or {@code bookings} where a structured resource refused
   * @param filter whether it is a filter
   * @param hostsIn how many hosts it was asked about
   * @param hostsOut how many it left
   * @param reasons why the others were rejected, the most frequent first
   */
  public record Step(
      String name, boolean filter, int hostsIn, int hostsOut, List<ReasonCount> reasons) {
    /** Copies the reasons. */
    public Step {
      Objects.requireNonNull(name, "name");
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * How many hosts were rejected for a reason.
   *
   * @param code the code of the reason
   * @param count how many hosts
   * @param samples some of the hosts, those of the lowest positions
   */
  public record ReasonCount(String code, int count, List<HostKey> samples) {
    /** Copies the samples. */
    public ReasonCount {
      samples = List.copyOf(samples);
    }
  }

  /**
   * A host that lacks little, and what it lacks.
   *
   * @param host the host
   * @param step the step that rejected it
   * @param reason why
   */
  public record NearMiss(HostKey host, String step, Reason reason) {
    @Override
    public String toString() {
      return host + ": " + step + " " + reason;
    }
  }

  /**
   * What each step says of a host, also of one that an earlier step rejected.
   *
   * @param host the host
   * @param rejections the filters, and the steps of the pre-selection, that reject it and why, in
   *     order; one that is not named passes
   * @param limits the limits that the checks which pass write for it: CoreFilter writes its own
   *     even where it then rejects the host
   */
  public record HostVerdict(HostKey host, Map<String, Reason> rejections, Limits limits) {
    /** Copies the map, keeping its order. */
    public HostVerdict {
      Objects.requireNonNull(limits, "limits");
      rejections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rejections));
    }

    /** Returns whether nothing rejects the host. */
    public boolean passes() {
      return rejections.isEmpty();
    }
  }

  /**
   * Starts an explanation.
   *
   * @param request the request, as of the instance that is explained
   */
  public static Builder builder(RequestSpec request) {
    return new Builder(request);
  }

  /** Returns the request, as of the instance that is explained. */
  public RequestSpec request() {
    return parts.request;
  }

  /** Returns how many hosts the inventory had. */
  public int hosts() {
    return parts.hosts;
  }

  /** Returns the steps that were taken, in order; none follows one that left no host. */
  public List<Step> steps() {
    return parts.steps;
  }

  /** Returns the hosts that lack the least, by filter. */
  public List<NearMiss> nearestMisses() {
    return parts.nearestMisses;
  }

  /** Returns the verdicts of all filters on all hosts; empty unless they were asked for. */
  public List<HostVerdict> verdicts() {
    return parts.verdicts;
  }

  /** Returns the hosts that passed, best first; empty for a refusal. */
  public List<RankedHost> ranking() {
    return parts.ranking;
  }

  /** Returns what plug-ins did wrong in this decision, each naming its plug-in. */
  public List<String> faults() {
    return parts.faults;
  }

  /** Returns the host that was or would be chosen; null where there is none. */
  public @Nullable HostKey chosen() {
    return parts.ranking.isEmpty() ? null : parts.ranking.get(0).host();
  }

  /** Returns the explanation as JSON. */
  public String toJson() {
    return Json.write(toMap());
  }

  /** Returns the explanation as nested maps and lists, in the form of its JSON. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("request", parts.request.requestId());
    map.put("instance", parts.request.instanceUuid());
    map.put("index", parts.request.index());
    map.put("hosts", parts.hosts);
    map.put("chosen", Objects.toString(chosen(), null));
    map.put("steps", parts.steps.stream().map(ExplanationMaps::step).toList());
    map.put("nearestMisses", parts.nearestMisses.stream().map(ExplanationMaps::miss).toList());
    map.put("ranking", parts.ranking.stream().map(ExplanationMaps::ranked).toList());
    map.put("verdicts", parts.verdicts.stream().map(ExplanationMaps::verdict).toList());
    map.put("faults", parts.faults);
    return map;
  }

  /** Returns the explanation as a table for people. */
  public String render() {
    return ExplanationTable.render(this);
  }

  /** Returns the explanation as one line: hosts before and after each step. */
  @Override
  public String toString() {
    String way =
        parts.steps.stream()
            .map(step -> step.name() + ": (start: " + step.hostsIn() + ", end: " + step.hostsOut())
            .collect(Collectors.joining("), ", "[", parts.steps.isEmpty() ? "]" : ")]"));
    return (chosen() == null ? "No valid host" : "Host " + chosen())
        + " for instance "
        + parts.request.instanceUuid()
        + " among "
        + parts.hosts
        + " hosts: "
        + way;
  }

  /** Collects the parts of an explanation. Not safe for several threads. */
  public static final class Builder {
    private final RequestSpec request;
    private int hosts;
    private List<Step> steps = List.of();
    private List<NearMiss> nearestMisses = List.of();
    private List<HostVerdict> verdicts = List.of();
    private List<RankedHost> ranking = List.of();
    private List<String> faults = List.of();

    private Builder(RequestSpec request) {
      this.request = Objects.requireNonNull(request, "request");
    }

    private Builder(Builder from) {
      request = from.request;
      hosts = from.hosts;
      steps = from.steps;
      nearestMisses = from.nearestMisses;
      verdicts = from.verdicts;
      ranking = from.ranking;
      faults = from.faults;
    }

    /** Sets how many hosts the inventory had. */
    public Builder hosts(int value) {
      hosts = Require.notNegative(value, "hosts");
      return this;
    }

    /** Sets the steps. */
    public Builder steps(List<Step> value) {
      steps = List.copyOf(value);
      return this;
    }

    /** Sets the nearest misses. */
    public Builder nearestMisses(List<NearMiss> value) {
      nearestMisses = List.copyOf(value);
      return this;
    }

    /** Sets the verdicts. */
    public Builder verdicts(List<HostVerdict> value) {
      verdicts = List.copyOf(value);
      return this;
    }

    /** Sets the hosts that passed, best first. */
    public Builder ranking(List<RankedHost> value) {
      ranking = List.copyOf(value);
      return this;
    }

    /** Sets what plug-ins did wrong. */
    public Builder faults(List<String> value) {
      faults = List.copyOf(value);
      return this;
    }

    /** Returns the explanation. */
    public Explanation build() {
      return new Explanation(this);
    }
  }
}
