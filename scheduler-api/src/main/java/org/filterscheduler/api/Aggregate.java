package org.filterscheduler.api;

import java.util.Map;

/**
 * A named set of hosts with metadata; an availability zone is an aggregate that says so.
 *
 * @param id the aggregate's id, 0 or more
 * @param name the aggregate's name; may be empty
 * @param metadata its metadata, for instance {@code availability_zone} or {@code rack}
 */
public record Aggregate(long id, String name, Map<String, String> metadata) {
  /** Checks the id and copies the metadata. */
  public Aggregate {
    Require.notNegative(id, "aggregate id");
    metadata = Map.copyOf(metadata);
  }
}
