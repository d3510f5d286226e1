package org.filterscheduler.spi;

/**
 * When a filter runs.
 *
 * @param oncePerRequest whether it runs only for the first instance of a request; its check then
 *     stays in force for the others
 * @param onRebuild whether it runs for a rebuild too; others pass every host then
 */
public record FilterTraits(boolean oncePerRequest, boolean onRebuild) {
  /** For each instance, and not for a rebuild. */
  public static final FilterTraits DEFAULT = new FilterTraits(false, false);

  /** Once per request, and not for a rebuild. */
  public static final FilterTraits ONCE_PER_REQUEST = new FilterTraits(true, false);
}
