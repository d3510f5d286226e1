package org.filterscheduler.api;

import java.util.Objects;

/**
 * One kind of instance that a hypervisor can run, as the node reports it (not yet canonical).
 *
 * @param architecture for instance {@code x86_64}
 * @param hypervisorType for instance {@code kvm}
 * @param vmMode for instance {@code hvm}
 */
public record SupportedInstance(String architecture, String hypervisorType, String vmMode) {
  /** Checks for nulls. */
  public SupportedInstance {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(hypervisorType, "hypervisorType");
    Objects.requireNonNull(vmMode, "vmMode");
  }
}
