package org.filterscheduler.spi;

/**
 * How hosts are ranked for one instance. The type of a score says what it reads, and so what the
 * engine may do with it.
 */
public sealed interface HostScore permits HostScore.None, HostMetric, SparseScore, RequestScore {
  /** All hosts are alike; it costs nothing. */
  enum None implements HostScore {
    /** The only one. */
    INSTANCE
  }

  /** Returns the score by which all hosts are alike. */
  static HostScore none() {
    return None.INSTANCE;
  }
}
