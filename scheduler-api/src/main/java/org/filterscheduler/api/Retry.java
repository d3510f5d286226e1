package org.filterscheduler.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a request whose builds failed: Nova's retry data.
 *
 * @param attempt which attempt this is, the first being 1
 * @param failures the hosts that were tried before, in order
 */
public record Retry(int attempt, List<Failure> failures) {
  /**
   * A host that was tried in vain.
   *
   * @param host the host
   * @param error what it said, where known
   */
  public record Failure(HostKey host, @Nullable String error) {}

  /** The first attempt. */
  public static final Retry FIRST = new Retry(1, List.of());

  /** Checks the attempt and copies the list. */
  public Retry {
    Require.notNegative(attempt, "attempt");
    failures = List.copyOf(failures);
  }

  /**
   * Returns the next attempt, after a build failed.
   *
   * @param host where it failed
   * @param error what the host said, where known
   */
  public Retry after(HostKey host, @Nullable String error) {
    List<Failure> all = new ArrayList<>(failures);
    all.add(new Failure(host, error));
    return new Retry(attempt + 1, all);
  }

  /** Returns the hosts that were tried. */
  public List<HostKey> hosts() {
    return failures.stream().map(Failure::host).toList();
  }
}
