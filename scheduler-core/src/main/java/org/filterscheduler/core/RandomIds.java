package org.filterscheduler.core;

import java.security.SecureRandom;
import java.util.UUID;

/*
 * Ids in the form of random UUIDs (version 4), as many a second as claims need: SecureRandom, which
 * UUID.randomUUID() asks each time, is asked once per thread.
 *
 * The lower 62 bits are a thread's counter, scrambled one to one: no thread makes an id twice. Where
 * the counter starts, and what else goes into the 60 upper bits, is 126 bits drawn at random when the
 * thread makes its first id, so that ids of two threads, programs or runs are alike no more often
 * than random UUIDs are. They are unique, not secret: who knows some may guess the next.
 */
final class RandomIds {
  private static final SecureRandom SEEDS = new SecureRandom();
  private static final ThreadLocal<RandomIds> OF_THREAD = ThreadLocal.withInitial(RandomIds::new);
  private static final long LOW_62 = (1L << 62) - 1;

  private final long key = SEEDS.nextLong();
  private long counter = SEEDS.nextLong() & LOW_62;

  private RandomIds() {}

  static String next() {
    RandomIds ids = OF_THREAD.get();
    long number = ids.counter;
    ids.counter = (number + 1) & LOW_62;
    return text(mixed64(number ^ ids.key), mixed62(number));
  }

  /** Writes a UUID of version 4 and variant 2. */
  private static String text(long upper, long lower62) {
    long version4 = (upper & ~0xF000L) | 0x4000L;
    return new UUID(version4, lower62 | (1L << 63)).toString();
  }

  /** MurmurHash3's last step: one to one. */
  private static long mixed64(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  /** The same within 62 bits: shifting to the right and odd factors are one to one there too. */
  private static long mixed62(long value) {
    long mixed = ((value ^ (value >>> 32)) * 0xBF58476D1CE4E5B9L) & LOW_62;
    mixed = ((mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL) & LOW_62;
    return mixed ^ (mixed >>> 32);
  }
}
