package org.filterscheduler.api;

import java.util.Objects;

/**
 * A host at one instant: all that a filter or weigher may know of it.
 *
 * @param description what changes rarely
 * @param usage what changes with every claim and report
 */
public record HostState(HostDescription description, HostUsage usage) {
  /** Checks for nulls. */
  public HostState {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(usage, "usage");
  }

  /** Returns the host's identity. */
  public HostKey key() {
    return description.key();
  }

  /**
   * Returns what is left of a class before any overcommitment: total less reserved less in use.
   * Below 0 where the host is overcommitted.
   *
   * @param resource the class
   */
  public long free(ResourceClass resource) {
    Inventory inventory = description.inventory(resource);
    return inventory.total() - inventory.reserved() - usage.used(resource);
  }

  /** Returns Nova's {@code free_ram_mb}. */
  public long freeMemoryMb() {
    return free(ResourceClass.MEMORY_MB);
  }

  /** Returns Nova's {@code free_disk_mb}. */
  public long freeDiskMb() {
    return free(ResourceClass.DISK_MB);
  }

  /** Returns Nova's {@code vcpus_used}. */
  public long vcpusUsed() {
    return usage.used(ResourceClass.VCPU);
  }

  /** Returns Nova's text of a host: free memory and disk, operations under way and instances. */
  @Override
  public String toString() {
    return "("
        + key().host()
        + ", "
        + key().node()
        + ") ram: "
        + freeMemoryMb()
        + "MB disk: "
        + freeDiskMb()
        + "MB io_ops: "
        + usage.numIoOps()
        + " instances: "
        + usage.numInstances();
  }
}
