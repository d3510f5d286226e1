package org.filterscheduler.core;

import java.util.OptionalLong;
import org.filterscheduler.api.RequestSpec;

/**
 * The one random draw of an instance. It is a function of the request's seed, or else of the
 * instance's id, and of nothing else: whoever repeats a decision draws the same, on any JDK.
 */
final class Draw {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Draw() {}

  /** Returns a number from 0 to below a bound, each as likely. */
  static int below(int bound, RequestSpec instance) {
    OptionalLong given = instance.seed();
    long seed = given.isPresent() ? given.getAsLong() : hash(instance.instanceUuid());
    return (int) Math.floorMod(mix(seed + GOLDEN_GAMMA * (instance.index() + 1L)), (long) bound);
  }

  /** FNV-1a, 64 bits. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64: neighbouring seeds draw as if they had nothing in common. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
