package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.api.SupportedInstance;
import org.filterscheduler.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ImagePropertiesFilterTest {
  private static HostCheck check(Map<String, Object> properties) {
    ImageMeta image = new ImageMeta("image", properties);
    return new ImagePropertiesFilter().prepare(Hosts.request().image(image).build(), Cluster.of());
  }

  private static HostState host(long version, String... kinds) {
    List<SupportedInstance> supported =
        Arrays.stream(kinds)
            .map(kind -> kind.split("/", -1))
            .map(parts -> new SupportedInstance(parts[0], parts[1], parts[2]))
            .toList();
    return Hosts.of(Hosts.description().supportedInstances(supported).hypervisorVersion(version));
  }

  private static HostState kvm(long version) {
    return host(version, "x86_64/kvm/hvm");
  }

  private static Map<String, Object> version(String predicate) {
    return Map.of("img_hv_type", "kvm", "img_hv_requested_version", predicate);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        Arguments.of(
            "all three",
            Map.of("hw_architecture", "x86_64", "img_hv_type", "kvm", "hw_vm_mode", "hvm"),
            kvm(0),
            true),
        Arguments.of("one of three", Map.of("hw_vm_mode", "hvm"), kvm(0), true),
        Arguments.of("another", Map.of("hw_vm_mode", "exe"), kvm(0), false),
        Arguments.of(
            "other spellings on both sides",
            Map.of("architecture", "AMD64", "vm_mode", "HV"),
            host(0, "X86_64/KVM/baremetal"),
            true),
        Arguments.of("at any position", Map.of("hw_vm_mode", "xen"), host(0, "i686/xen/hvm"), true),
        Arguments.of(
            "all of one kind",
            Map.of("hw_architecture", "i686", "hw_vm_mode", "hvm"),
            host(0, "i686/xen/xen", "x86_64/xen/hvm"),
            false),
        Arguments.of(
            "of the second kind",
            Map.of("hw_architecture", "x86_64", "hw_vm_mode", "hvm"),
            host(0, "i686/xen/xen", "x86_64/xen/hvm"),
            true),
        Arguments.of("a host that says of none", Map.of("hw_vm_mode", "hvm"), host(0), false),
        Arguments.of(
            "a node that never reported",
            Map.of("hw_vm_mode", "hvm"),
            Hosts.of(
                Hosts.description()
                    .initialised(false)
                    .supportedInstances(kvm(0).description().supportedInstances())),
            false),
        Arguments.of("the version fits", version(">=6.0,<6.2"), kvm(6001000), true),
        Arguments.of("the version does not fit", version(">=6.0,<6.2"), kvm(6002000), false),
        Arguments.of("an unknown version fits", version(">=6.0"), kvm(0), true),
        Arguments.of(
            "an older name of the version",
            Map.of("img_hv_type", "kvm", "hypervisor_version_requires", ">=7.0"),
            kvm(6001000),
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void check_image_isComparedWithTheHost(
      String name, Map<String, Object> properties, HostState host, boolean passes) {
    assertThat(Judge.passes(check(properties), host)).as(name).isEqualTo(passes);
  }

  @Test
  void prepare_nothingWanted_asksNothingNotEvenTheVersion() {
    assertThat(check(Map.of())).isEqualTo(HostCheck.everything());
    assertThat(check(Map.of("img_hv_requested_version", ">=99.0", "os_distro", "x")))
        .isEqualTo(HostCheck.everything());
    assertThat(new ImagePropertiesFilter().prepare(Hosts.request().build(), Cluster.of()))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_badProperty_rejectsAllHostsWithAReason() {
    assertThat(Judge.rejection(check(Map.of("hw_architecture", "x86")), kvm(0)))
        .hasValueSatisfying(
            reason -> {
              assertThat(reason.code()).isEqualTo("bad-image-property");
              assertThat(reason.values().get("error")).contains("hw_architecture (x86)");
            });
    assertThat(Judge.passes(check(Map.of("img_hv_requested_version", "6.0")), kvm(0))).isFalse();
  }

  @Test
  void check_versionThatIsNone_throws() {
    assertThatThrownBy(() -> Judge.passes(check(version("!=6.0")), kvm(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hypervisor version 5");
  }

  @Test
  void check_kindOfUnknownName_throwsEvenBesideOneThatDoes() {
    HostState host = host(0, "x86_64/kvm/hvm", "x86_64/esx/hvm");
    assertThatThrownBy(() -> Judge.passes(check(Map.of("hw_vm_mode", "hvm")), host))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"esx\"");
  }

  @Test
  void check_otherKindAndOddVersion_isRejectedWithoutLookingAtTheVersion() {
    HostCheck check = check(Map.of("hw_vm_mode", "exe", "img_hv_requested_version", ">=6.0"));
    assertThat(Judge.passes(check, kvm(5))).isFalse();
  }

  @Test
  void reason_rejected_namesBothSides() {
    assertThat(Judge.rejection(check(Map.of("hw_vm_mode", "exe")), kvm(0)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString(
                        "image-not-supported [supported=[[x86_64, kvm, hvm]], wanted=[exe]]"));
    assertThat(Judge.rejection(check(version(">=7.0")), kvm(6001000)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString("hypervisor-version [requested=>=7.0.0, version=6001000]"));
  }

  @Test
  void prepare_equalWants_giveEqualChecks() {
    assertThat(check(Map.of("vm_mode", "pv", "id", "1")))
        .isEqualTo(check(Map.of("hw_vm_mode", "XEN", "id", "2")));
  }
}
