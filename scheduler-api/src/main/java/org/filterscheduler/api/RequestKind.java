package org.filterscheduler.api;

/** What the caller is about to do with the instance. */
public enum RequestKind {
  /** Build a new instance. */
  BOOT,
  /**
   * Build an existing instance anew where it is: filters that are not for it pass, nothing is
   * claimed.
   */
  REBUILD,
  /** Give an instance another flavor. */
  RESIZE,
  /** Move a stopped instance. */
  MIGRATE,
  /** Move a running instance. */
  LIVE_MIGRATE,
  /** Build an instance elsewhere since its host died. */
  EVACUATE
}
