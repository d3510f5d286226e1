package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.filterscheduler.api.SupportedInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalNameTest {
  @ParameterizedTest
  @CsvSource({
    "x86_64, x86_64",
    "X86_64, x86_64",
    "AMD64, x86_64",
    "i386, i686",
    "i486, i686",
    "i586, i686",
    "I686, i686",
    "x86_32, i686",
    "x86_32p, i686",
    "AArch64, aarch64",
    "ppc64le, ppc64le"
  })
  void architecture_anySpelling_isCanonical(String name, String canonical) {
    assertThat(CanonicalName.architecture(name)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({"KVM, kvm", "xapi, xen", "XAPI, xen", "vz, vz", "baremetal, baremetal"})
  void hypervisorType_anySpelling_isCanonical(String name, String canonical) {
    assertThat(CanonicalName.hypervisorType(name)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({"HVM, hvm", "pv, xen", "PV, xen", "hv, hvm", "baremetal, hvm", "exe, exe"})
  void vmMode_anySpelling_isCanonical(String name, String canonical) {
    assertThat(CanonicalName.vmMode(name)).isEqualTo(canonical);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "x86", "x86-64", " x86_64", "kvm"})
  void architecture_unknown_throwsWithTheName(String name) {
    assertThatThrownBy(() -> CanonicalName.architecture(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("architecture \"" + name + "\" is unknown")
        .hasMessageContaining("x86_64");
  }

  @Test
  void supported_anySpelling_isCanonicalInAllParts() {
    assertThat(CanonicalName.supported(new SupportedInstance("AMD64", "XAPI", "PV")))
        .isEqualTo(new SupportedInstance("x86_64", "xen", "xen"));
  }

  @Test
  void supported_oneUnknown_throws() {
    assertThatThrownBy(() -> CanonicalName.supported(new SupportedInstance("i386", "kvm", "vm")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VM mode \"vm\"");
  }
}
