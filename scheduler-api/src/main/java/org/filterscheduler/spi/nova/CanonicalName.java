package org.filterscheduler.spi.nova;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.SupportedInstance;

/**
 * The one spelling of names that people spell in several ways: {@code AMD64} is {@code x86_64}.
 *
 * <p>Images and nodes are both read in these spellings, and compared in them.
 */
public final class CanonicalName {
  private static final Map<String, String> ARCHITECTURE_ALIASES =
      Map.of(
          "i386", "i686", "i486", "i686", "i586", "i686", "x86_32", "i686", "x86_32p", "i686",
          "amd64", "x86_64");
  private static final Set<String> ARCHITECTURES =
      words(
          "alpha armv6 armv7l armv7b aarch64 cris i686 ia64 lm32 m68k microblaze microblazeel mips"
              + " mipsel mips64 mips64el openrisc parisc parisc64 ppc ppcle ppc64 ppc64le ppcemb"
              + " s390 s390x sh4 sh4eb sparc sparc64 unicore32 x86_64 xtensa xtensaeb");
  private static final Map<String, String> HYPERVISOR_ALIASES = Map.of("xapi", "xen");
  private static final Set<String> HYPERVISORS =
      words(
          "baremetal bhyve docker fake hyperv ironic kqemu kvm lxc lxd openvz parallels phyp qemu"
              + " test uml vbox vmware vz xen zvm prsm");
  private static final Map<String, String> VM_MODE_ALIASES =
      Map.of("pv", "xen", "hv", "hvm", "baremetal", "hvm");
  private static final Set<String> VM_MODES = words("hvm xen uml exe");

  private CanonicalName() {}

  /**
   * Returns the canonical name of a CPU architecture.
   *
   * @param name the name, in any case
   * @throws IllegalArgumentException if it is unknown
   */
  public static String architecture(String name) {
    return canonical(name, "architecture", ARCHITECTURE_ALIASES, ARCHITECTURES);
  }

  /**
   * Returns the canonical name of a kind of hypervisor.
   *
   * @param name the name, in any case
   * @throws IllegalArgumentException if it is unknown
   */
  public static String hypervisorType(String name) {
    return canonical(name, "hypervisor type", HYPERVISOR_ALIASES, HYPERVISORS);
  }

  /**
   * Returns the canonical name of a VM mode.
   *
   * @param name the name, in any case
   * @throws IllegalArgumentException if it is unknown
   */
  public static String vmMode(String name) {
    return canonical(name, "VM mode", VM_MODE_ALIASES, VM_MODES);
  }

  /**
   * Returns a kind of instance with all its names canonical.
   *
   * @param instance the kind, as a node reports it
   * @throws IllegalArgumentException if one of its names is unknown
   */
  public static SupportedInstance supported(SupportedInstance instance) {
    return new SupportedInstance(
        architecture(instance.architecture()),
        hypervisorType(instance.hypervisorType()),
        vmMode(instance.vmMode()));
  }

  private static String canonical(
      String name, String what, Map<String, String> aliases, Set<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    String canonical = aliases.getOrDefault(lower, lower);
    if (!known.contains(canonical)) {
      throw new IllegalArgumentException(
          "The " + what + " \"" + name + "\" is unknown. It must be one of " + sorted(known) + ".");
    }
    return canonical;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
