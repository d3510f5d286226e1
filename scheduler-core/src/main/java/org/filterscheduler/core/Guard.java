package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClusterView;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostScore;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the engine and the plug-ins for one decision: whatever they do wrong rejects the
 * host in question (or fails the request, by option) and is written down under their name.
 *
 * <p>A stack overflow and a class that cannot be linked are a plug-in's fault like any exception;
 * other errors are the virtual machine's, and pass through. Not safe for several threads.
 */
final class Guard {
  private record Place(String step, HostKey host) {}

  /** Why hosts of one request were rejected, where the check itself cannot tell afterwards. */
  static final class Known {
    private Map<Place, Reason> reasons = Map.of(); // until there is one: mostly there is none

    private @Nullable Reason get(Place place) {
      return reasons.get(place);
    }

    private void put(Place place, Reason reason) {
      reasons = reasons.isEmpty() ? new HashMap<>() : reasons;
      reasons.put(place, reason);
    }

    private Known copy() {
      Known copy = new Known();
      copy.reasons = reasons.isEmpty() ? reasons : new HashMap<>(reasons);
      return copy;
    }
  }

  private final boolean failsRequests;
  private Known known = new Known();
  // One per plug-in: the first fault, for all others are mostly the same.
  private Map<String, Fault> faults = Map.of(); // until there is one, like the counts
  private Map<String, Integer> counts = Map.of();

  Guard(boolean failsRequests) {
    this.failsRequests = failsRequests;
  }

  /**
   * Returns a guard for what is computed after the answer: it knows the faults and never throws.
   *
   * @param of what was known of the hosts of the request in question
   */
  Guard afterwards(Known of) {
    Guard guard = new Guard(false);
    guard.known = of.copy();
    if (!faults.isEmpty()) {
      guard.faults = new LinkedHashMap<>(faults);
      guard.counts = new HashMap<>(counts);
    }
    return guard;
  }

  /** Returns whether any plug-in did anything wrong so far. */
  boolean hasFaults() {
    return !faults.isEmpty();
  }

  /** Returns the first fault of each plug-in, and how many faults it had. */
  Map<Fault, Integer> faults() {
    if (faults.isEmpty()) {
      return Map.of();
    }
    Map<Fault, Integer> all = new LinkedHashMap<>();
    faults.forEach((plugin, fault) -> all.put(fault, counts.getOrDefault(plugin, 1)));
    return all;
  }

  List<String> messages() {
    List<String> messages = new ArrayList<>();
    faults()
        .forEach(
            (fault, count) ->
                messages.add(fault.message() + (count == 1 ? "" : " (" + count + " faults)")));
    return messages;
  }

  /** Begins to learn anew which hosts are rejected: another request may ask about them again. */
  void nextRequest() {
    known = new Known(); // the answers to the requests before keep theirs
  }

  /** Returns what is learnt of the hosts of the present request. */
  Known known() {
    return known;
  }

  // ---- filters

  HostCheck prepare(Policy.Filter filter, RequestSpec request, ClusterView view) {
    @Nullable HostCheck check;
    @Nullable String flaw;
    try {
      check = filter.filter().prepare(request, view);
      flaw = check == null ? "returned null" : flaw(check);
    } catch (Exception | StackOverflowError | LinkageError e) {
      return HostCheck.nothing(failed(Fault.thrown(filter.name(), "prepare", null, e)));
    }
    return check != null && flaw == null
        ? check
        : HostCheck.nothing(failed(new Fault(filter.name(), flaw + " in prepare", null, null)));
  }

  private static @Nullable String flaw(HostCheck check) {
    String flaw = Checks.flaw(check);
    return flaw == null ? null : "returned a description check that cannot be kept: " + flaw;
  }

  boolean passes(Step step, HostState host) {
    try {
      return Checks.passes(step.check(), host);
    } catch (Exception | StackOverflowError | LinkageError e) {
      reject(Fault.thrown(step.name(), "its check", host.key(), e));
      return false;
    }
  }

  /** Returns why a step rejects a host; null if it does not. */
  @Nullable Reason rejection(Step step, HostState host) {
    Reason before = known.get(new Place(step.name(), host.key()));
    if (before != null) {
      return before;
    }
    @Nullable Reason reason;
    try {
      HostCheck rejecting = Checks.rejecting(step.check(), host);
      if (rejecting == null) {
        return null;
      }
      reason = Checks.reason(rejecting, host);
    } catch (Exception | StackOverflowError | LinkageError e) {
      return reject(Fault.thrown(step.name(), "its check", host.key(), e));
    }
    return reason != null
        ? reason
        : reject(new Fault(step.name(), "gave null as a reason", host.key(), null));
  }

  /**
   * Returns which part of what was needed is missing; infinity where it is no matter of an amount.
   */
  double relativeShortfall(Trail.Rejection rejection, Reason reason) {
    if (reason.shortfall() == null) {
      return Double.POSITIVE_INFINITY; // nor is a check that may have failed asked again
    }
    try {
      HostCheck rejecting = Checks.rejecting(rejection.step().check(), rejection.host());
      return Checks.relativeShortfall(rejecting, reason);
    } catch (Exception | StackOverflowError | LinkageError e) {
      reject(Fault.thrown(rejection.step().name(), "its check", rejection.host().key(), e));
      return Double.POSITIVE_INFINITY;
    }
  }

  /** Returns the limits that some steps write for a host; null if one of them fails to. */
  @Nullable Limits limits(List<Step> steps, HostState host) {
    LimitSink sink = new LimitSink();
    for (Step step : steps) {
      try {
        boolean unused = Checks.writeLimits(step.check(), host, sink);
      } catch (Exception | StackOverflowError | LinkageError e) {
        Reason reason = failed(Fault.thrown(step.name(), "its limits", host.key(), e));
        known.put(new Place(Step.LIMITS.name(), host.key()), reason);
        return null;
      }
    }
    return sink.limits();
  }

  /** Returns the limits that steps write for a host that passes them; null if one fails to. */
  @Nullable Limits limitsOfPassing(List<Step> steps, HostState host) {
    LimitSink sink = new LimitSink();
    for (int i = 0; i < steps.size(); i++) {
      try {
        Checks.writeLimitsOfPassing(steps.get(i).check(), host, sink);
      } catch (Exception | StackOverflowError | LinkageError e) {
        note(Fault.thrown(steps.get(i).name(), "its limits", host.key(), e));
        return null;
      }
    }
    return sink.limits();
  }

  /** Returns the limits of any host, as far as it passes; a step that fails adds none. */
  Limits limitsWherePassed(List<Step> steps, HostState host) {
    LimitSink sink = new LimitSink();
    for (Step step : steps) {
      try {
        boolean unused = Checks.writeLimits(step.check(), host, sink);
      } catch (Exception | StackOverflowError | LinkageError e) {
        // Its rejection says so already.
      }
    }
    return sink.limits();
  }

  // ---- weighers

  PreparedWeigher prepare(Policy.Weigher weigher, RequestSpec request, ClusterView view) {
    String name = weigher.name();
    @Nullable HostScore score;
    double multiplier;
    OptionalDouble minimum;
    try {
      score = weigher.weigher().prepare(request, view);
      multiplier = weigher.weigher().multiplier();
      minimum = weigher.weigher().fixedMinimum();
    } catch (Exception | StackOverflowError | LinkageError e) {
      return broken(Fault.thrown(name, "prepare", null, e));
    }
    if (score == null || minimum == null) {
      return broken(new Fault(name, "returned null in prepare", null, null));
    }
    return Double.isFinite(multiplier) && Double.isFinite(minimum.orElse(0))
        ? new PreparedWeigher(name, score, multiplier, minimum, null)
        : broken(new Fault(name, factors(multiplier, minimum), null, null));
  }

  private static String factors(double multiplier, OptionalDouble minimum) {
    return "has the multiplier " + multiplier + " and the " + minimum + "; both must be finite";
  }

  private PreparedWeigher broken(Fault fault) {
    return new PreparedWeigher(
        fault.plugin(), HostScore.none(), 0, OptionalDouble.empty(), failed(fault));
  }

  /** Returns a raw weight; NaN if the weigher gives none that is finite. */
  double score(PreparedWeigher weigher, HostState host) {
    double score;
    try {
      score = weigher.raw(host);
    } catch (Exception | StackOverflowError | LinkageError e) {
      reject(Fault.thrown(weigher.name(), "its score", host.key(), e));
      return Double.NaN;
    }
    if (weigher.fault() != null || Double.isFinite(score)) {
      return score; // NaN where it cannot weigh at all, which is written down already
    }
    String deed = "gave the weight " + score + ", which must be finite";
    reject(new Fault(weigher.name(), deed, host.key(), null));
    return Double.NaN;
  }

  // ---- bookings

  /** Books on a fork; returns why it is refused, or null if it is not. */
  @Nullable Reason book(Runnable booking, HostKey host) {
    try {
      booking.run();
      return null;
    } catch (ClaimException e) {
      if (e.code() != ClaimException.Code.BOOKING_REFUSED) {
        throw e;
      }
      return refused(host, e);
    } catch (ArithmeticException e) {
      return refused(host, e); // its amounts would grow beyond all numbers
    } catch (PluginException e) {
      Reason reason = failed(new Fault(e.plugin(), "failed: " + e.getMessage(), host, e));
      known.put(new Place(Step.BOOKINGS.name(), host), reason);
      return reason;
    }
  }

  private Reason refused(HostKey host, RuntimeException e) {
    Reason reason = Reason.of("booking-refused", "message", String.valueOf(e.getMessage()));
    known.put(new Place(Step.BOOKINGS.name(), host), reason);
    return reason;
  }

  // ---- faults

  /** Writes down what a plug-in did wrong without any harm to the answer. */
  void note(Fault fault) {
    if (faults.isEmpty()) {
      faults = new LinkedHashMap<>();
      counts = new HashMap<>();
    }
    faults.putIfAbsent(fault.plugin(), fault);
    counts.merge(fault.plugin(), 1, Integer::sum);
  }

  private Reason reject(Fault fault) {
    Reason reason = failed(fault);
    if (fault.host() != null) {
      known.put(new Place(fault.plugin(), fault.host()), reason);
    }
    return reason;
  }

  private Reason failed(Fault fault) {
    if (failsRequests) {
      throw new PluginException(fault.plugin(), fault.message() + ".", fault.cause());
    }
    note(fault);
    return fault.reason();
  }
}
