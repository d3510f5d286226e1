package org.filterscheduler.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The host that one instance got. Immutable; why it got it, weights and alternates are computed
 * when they are asked for, from the state on which the decision was made.
 */
public final class Selection {
  private final String requestId;
  private final String instanceUuid;
  private final HostKey host;
  private final @Nullable Claim claim;
  private final Limits limits;
  private final Memoized<Explanation> explanation;

  private Selection(
      RequestSpec request,
      HostKey host,
      @Nullable Claim claim,
      Limits limits,
      Memoized<Explanation> explanation) {
    this.requestId = request.requestId();
    this.instanceUuid = request.instanceUuid();
    this.host = Objects.requireNonNull(host, "host");
    this.claim = claim;
    this.limits = Objects.requireNonNull(limits, "limits");
    this.explanation = explanation;
  }

  /**
   * Creates a selection; the engine does so.
   *
   * @param request the request, as of this instance
   * @param host the chosen host
   * @param claim the claim on it; null where nothing is claimed
   * @param limits its limits
   * @param explanation computes how many hosts each step left, and the hosts that passed, the
   *     chosen one first
   */
  public static Selection of(
      RequestSpec request,
      HostKey host,
      @Nullable Claim claim,
      Limits limits,
      Supplier<Explanation> explanation) {
    return new Selection(request, host, claim, limits, new Memoized<>(explanation));
  }

  /** Returns the id of the request. */
  public String requestId() {
    return requestId;
  }

  /** Returns the instance. */
  public String instanceUuid() {
    return instanceUuid;
  }

  /** Returns the host. */
  public HostKey host() {
    return host;
  }

  /** Returns the claim; empty for a dry run and for a rebuild, which claim nothing. */
  public Optional<Claim> claim() {
    return Optional.ofNullable(claim);
  }

  /** Returns the limits that travel with the build. */
  public Limits limits() {
    return limits;
  }

  /**
   * Returns why it is this host: what each step took away, and the hosts that passed. The verdicts
   * and the nearest misses are empty; {@link FilterScheduler#explain} has them.
   */
  public Explanation explanation() {
    return explanation.get();
  }

  /** Returns all hosts that passed the filters, the chosen one first, the others best first. */
  public List<RankedHost> ranking() {
    return explanation().ranking();
  }

  /**
   * Returns the next best hosts, for a controller that tries them without asking again.
   *
   * @param most how many at most, 0 or more
   */
  public List<RankedHost> alternates(int most) {
    Require.notNegative(most, "most");
    return ranking().stream().skip(1).limit(most).toList();
  }

  @Override
  public String toString() {
    return instanceUuid + " -> " + host;
  }
}
