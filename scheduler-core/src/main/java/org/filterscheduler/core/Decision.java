package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for all instances of a call, on one fork; not yet claimed. Not for several
 * threads.
 */
final class Decision {
  /**
   * An instance with its host.
   *
   * @param instance the instance
   * @param way how it got there; computed when it is asked for
   * @param host the host
   * @param limits the limits of the host
   * @param steps what the host has to pass still when it is claimed
   * @param restart whether it is the first of its request
   */
  record Placed(
      Instance instance,
      Supplier<Trail.Way> way,
      HostKey host,
      Limits limits,
      List<Step> steps,
      boolean restart) {
    Placed with(Limits present, List<Step> anew) {
      return new Placed(instance, way, host, present, anew, restart);
    }
  }

  private final Fork fork;
  private final Scene scene;
  private final List<Placed> placed = new ArrayList<>();
  private @Nullable Refusal refusal;

  Decision(Fork fork, Reads reads, Guard guard) {
    this.fork = fork;
    this.scene = new Scene(fork, reads, guard);
  }

  void place(Placed instance) {
    placed.add(instance);
  }

  void refuse(Refusal why) {
    refusal = why;
  }

  Fork fork() {
    return fork;
  }

  Scene scene() {
    return scene;
  }

  List<Placed> placed() {
    return placed;
  }

  /** Returns whether there is anything to claim; a rebuild has what it needs. */
  boolean isClaimed() {
    for (Placed one : placed) {
      if (!one.instance().isRebuild()) {
        return true;
      }
    }
    return false;
  }

  /** Returns that an instance got no host; null if all did. */
  @Nullable Refusal refusal() {
    return refusal;
  }
}
