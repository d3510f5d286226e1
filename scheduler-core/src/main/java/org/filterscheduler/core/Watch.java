package org.filterscheduler.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.spi.SchedulerListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one call of select or selectAll, and tells logs, flight recorder and listener. Nothing of
 * it is under a lock, and nothing that a listener throws changes the answer. Not for several
 * threads.
 */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(FilterScheduler.class);

  private final Witnesses witnesses;
  private final List<RequestSpec> requests;
  private final DecisionEvent event = new DecisionEvent();
  private final long start = System.nanoTime();
  private final List<Guard> guards = new ArrayList<>(1);
  private int hosts;
  private @Nullable Refusal refusal;

  /**
   * Who is told.
   *
   * @param listener the embedder's listener
   * @param refusals the log of refusals
   * @param faults the log of faults
   */
  record Witnesses(SchedulerListener listener, RefusalLog refusals, FaultLog faults) {
    void faultsOf(Guard guard) {
      guard.faults().forEach(this::fault);
    }

    /** A plug-in failed the whole call. */
    void failed(PluginException failure) {
      String deed = "failed the request: " + failure.getMessage();
      fault(new Fault(failure.plugin(), deed, null, failure), 1);
    }

    private void fault(Fault fault, int count) {
      faults.failed(fault, count);
      tell(() -> listener.pluginFailed(fault.plugin(), fault.message()));
    }
  }

  Watch(Witnesses witnesses, List<RequestSpec> requests) {
    this.witnesses = witnesses;
    this.requests = requests;
    event.begin();
  }

  /** A decision is about to be made. */
  void decides(Guard guard, int hostCount) {
    guards.add(guard);
    hosts = hostCount;
  }

  /** The last decision found no host. */
  void refused(Refusal why) {
    refusal = why;
  }

  void conflicted(Decision.Placed placed) {
    ClaimConflictEvent conflict = new ClaimConflictEvent();
    if (conflict.shouldCommit()) {
      conflict.requestId = placed.instance().request().requestId();
      conflict.host = placed.host().toString();
      conflict.commit();
    }
    tell(() -> witnesses.listener().conflicted(placed.instance().request()));
  }

  /** The answer is final. */
  void answered(SchedulingResult result) {
    end(result.getClass());
    tellFaults();
    for (int i = 0; i < requests.size(); i++) {
      witnesses.faults().malformed(requests.get(i));
    }
    log(result);
    if (witnesses.listener() == SchedulerListener.NONE) {
      return;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int from = 0;
    for (RequestSpec request : requests) {
      int count = Instance.count(request);
      SchedulingResult part = part(result, from, count);
      from += count;
      tell(() -> witnesses.listener().decided(request, part, took));
    }
  }

  /** There is no answer: a plug-in failed the call, or it was misused. */
  void failed(RuntimeException exception) {
    end(exception.getClass());
    tellFaults();
    if (exception instanceof PluginException failure) {
      witnesses.failed(failure);
    }
  }

  private void tellFaults() {
    for (int i = 0; i < guards.size(); i++) {
      if (guards.get(i).hasFaults()) {
        witnesses.faultsOf(guards.get(i));
      }
    }
  }

  private void end(Class<?> result) {
    event.end();
    if (event.shouldCommit()) {
      event.requestId =
          requests.stream().map(RequestSpec::requestId).collect(Collectors.joining(","));
      event.result = result.getSimpleName();
      event.hosts = hosts;
      event.commit();
    }
  }

  private void log(SchedulingResult result) {
    if (result instanceof SchedulingResult.Scheduled scheduled) {
      if (LOG.isDebugEnabled()) {
        LOG.debug("Selected host(s): {}", scheduled.selections());
      }
      return;
    }
    Refusal why = refusal;
    witnesses
        .refusals()
        .refused(() -> why == null ? result.message() : why.outline().get().toString());
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("The scheduler's listener threw; the answer stands.", e);
    }
  }

  /** Returns what of an answer concerns one of several requests. */
  private SchedulingResult part(SchedulingResult result, int from, int count) {
    if (requests.size() > 1 && result instanceof SchedulingResult.Scheduled scheduled) {
      return new SchedulingResult.Scheduled(scheduled.selections().subList(from, from + count));
    }
    return result;
  }
}
