package org.filterscheduler.api;

import java.util.regex.Pattern;

/**
 * The name of something that a host has an amount of and an instance takes an amount of.
 *
 * <p>{@link #VCPU}, {@link #MEMORY_MB} and {@link #DISK_MB} follow from the flavor; any other class
 * is demanded with the extra spec {@code resources:NAME=n}. The names are those of OpenStack's
 * Placement, with one difference: disk is booked in MiB, since a flavor's swap is, and books that
 * round do not balance. Placement's {@code DISK_GB} is understood wherever a name is read.
 *
 * @param name upper-case letters, digits and underscores, as in {@code CUSTOM_GPU_MILLI}
 */
public record ResourceClass(String name) implements Comparable<ResourceClass> {
  // Stands first: the constants below are checked against it.
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,254}");

  /** Virtual CPUs. */
  public static final ResourceClass VCPU = new ResourceClass("VCPU");

  /** Memory in MiB. */
  public static final ResourceClass MEMORY_MB = new ResourceClass("MEMORY_MB");

  /** Local disk in MiB. */
  public static final ResourceClass DISK_MB = new ResourceClass("DISK_MB");

  /** PCI devices that can be given to instances. */
  public static final ResourceClass PCI_DEVICE = new ResourceClass("PCI_DEVICE");

  private static final int NOT_STANDARD = -1;

  /** Checks the name. */
  public ResourceClass {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The resource class ("
              + name
              + ") must be upper-case letters, digits and underscores. Maybe CUSTOM_...?");
    }
  }

  /** Returns 0 for VCPU, 1 for MEMORY_MB and 2 for DISK_MB: where amounts lie in fields. */
  @SuppressWarnings("ReferenceEquality") // each check of each decision asks, of a constant mostly
  int standard() {
    if (this == VCPU) {
      return 0;
    }
    if (this == MEMORY_MB) {
      return 1;
    }
    return this == DISK_MB ? 2 : standardByName();
  }

  private int standardByName() {
    return switch (name) {
      case "VCPU" -> 0;
      case "MEMORY_MB" -> 1;
      case "DISK_MB" -> 2;
      default -> NOT_STANDARD;
    };
  }

  @Override
  public int compareTo(ResourceClass other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
