package org.filterscheduler.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The answer to a request. That no host can take an instance is an answer too; exceptions are for
 * misuse and broken plug-ins.
 */
public sealed interface SchedulingResult {
  /** Returns the selections, where all instances got a host. */
  default Optional<Scheduled> scheduled() {
    return this instanceof Scheduled scheduled ? Optional.of(scheduled) : Optional.empty();
  }

  /** Returns the explanation, where no valid host was found. */
  default Optional<Explanation> refusal() {
    return this instanceof NoValidHost refused
        ? Optional.of(refused.explanation())
        : Optional.empty();
  }

  /** Returns the answer as one line. */
  String message();

  /**
   * Every instance got a host.
   *
   * @param selections one per instance, in order
   */
  record Scheduled(List<Selection> selections) implements SchedulingResult {
    /** Copies the list. */
    public Scheduled {
      selections = List.copyOf(selections);
    }

    /** Returns the first selection, that of a request for one instance. */
    public Selection first() {
      return selections.get(0);
    }

    @Override
    public String message() {
      return "Scheduled " + selections;
    }
  }

  /** No host could take one of the instances; nothing is claimed for the others either. */
  final class NoValidHost implements SchedulingResult {
    private final Memoized<Explanation> explanation;
    private final Memoized<Explanation> outline;

    /**
     * Creates the answer; the engine does so.
     *
     * @param explanation computes why, from the state on which the decision was made
     * @param outline computes how many hosts each step left, from the same state
     */
    public NoValidHost(Supplier<Explanation> explanation, Supplier<Explanation> outline) {
      this.explanation = new Memoized<>(explanation);
      this.outline = new Memoized<>(outline);
    }

    /** Returns why, computed at the first call. */
    public Explanation explanation() {
      return explanation.get();
    }

    /**
     * Returns how many hosts each step left, without reasons and near misses, computed at the first
     * call. It costs far less than the explanation, where the engine knows the counts by its index.
     */
    public Explanation outline() {
      return outline.get();
    }

    @Override
    public String message() {
      return outline().toString();
    }

    @Override
    public String toString() {
      return message();
    }
  }

  /**
   * The request was tried as often as is allowed: Nova's MaxRetriesExceeded.
   *
   * @param maxAttempts how often is allowed
   * @param history the hosts that failed, in order
   */
  record AttemptsExhausted(int maxAttempts, List<Retry.Failure> history)
      implements SchedulingResult {
    /** Copies the history. */
    public AttemptsExhausted {
      history = List.copyOf(history);
    }

    @Override
    public String message() {
      return "No valid host: all " + maxAttempts + " attempts (max-attempts) failed: " + history;
    }
  }

  /**
   * The host was taken by others each time that it was decided. The request may be tried again.
   *
   * @param decisions how often it was decided
   * @param host the host of the last decision
   */
  record Conflict(int decisions, HostKey host) implements SchedulingResult {
    /** Checks the host. */
    public Conflict {
      Objects.requireNonNull(host, "host");
    }

    @Override
    public String message() {
      return "Conflict: "
          + decisions
          + " decisions in a row lost the race for their host, the last for "
          + host
          + ". The request may be tried again.";
    }
  }
}
