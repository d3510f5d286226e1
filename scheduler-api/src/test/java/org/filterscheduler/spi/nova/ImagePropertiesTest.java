package org.filterscheduler.spi.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filterscheduler.api.ImageMeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ImagePropertiesTest {
  private static ImageProperties read(Map<String, Object> properties) {
    return ImageProperties.of(new ImageMeta("image", properties));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("hw_architecture", "AMD64", "hw_architecture", "x86_64"),
        Arguments.of("architecture", "i386", "hw_architecture", "i686"),
        Arguments.of("hypervisor_type", "xapi", "img_hv_type", "xen"),
        Arguments.of("vm_mode", "pv", "hw_vm_mode", "xen"),
        Arguments.of(
            "hypervisor_version_requires", " >=6.0 ", "img_hv_requested_version", " >=6.0 "),
        Arguments.of("owner_id", "p1", "img_owner_id", "p1"),
        Arguments.of("vmware_ostype", "other", "os_distro", "other"),
        Arguments.of("os_type", "Linux", "os_type", "linux"),
        Arguments.of("hw_machine_type", 5, "hw_machine_type", "5"),
        Arguments.of("hw_machine_type", 5.0, "hw_machine_type", "5.0"),
        Arguments.of("hw_machine_type", true, "hw_machine_type", "True"),
        Arguments.of("hw_video_ram", " 64 ", "hw_video_ram", 64L),
        Arguments.of("hw_video_ram", 64.9, "hw_video_ram", 64L),
        Arguments.of("hw_video_ram", true, "hw_video_ram", 1L),
        Arguments.of("hw_video_ram", BigInteger.TEN, "hw_video_ram", 10L),
        Arguments.of("hw_boot_menu", "YES", "hw_boot_menu", true),
        Arguments.of("hw_boot_menu", " on ", "hw_boot_menu", true),
        Arguments.of("hw_boot_menu", 1, "hw_boot_menu", true),
        Arguments.of("hw_boot_menu", true, "hw_boot_menu", true),
        Arguments.of("hw_boot_menu", "nonsense", "hw_boot_menu", false),
        Arguments.of("hw_boot_menu", 2, "hw_boot_menu", false),
        Arguments.of("hw_vif_model", "VirtualE1000", "hw_vif_model", "e1000"),
        Arguments.of("hw_scsi_model", "ParaVirtual", "hw_scsi_model", "vmpvscsi"),
        Arguments.of("vmware_adaptertype", "ide", "hw_disk_bus", "ide"),
        Arguments.of("vmware_adaptertype", "lsiLogic", "hw_disk_bus", "scsi"),
        Arguments.of("vmware_adaptertype", "lsiLogic", "hw_scsi_model", "lsilogic"),
        Arguments.of("img_mappings", List.of("x"), "img_mappings", List.of("x")));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("good")
  void of_knownProperty_isRead(String name, Object value, String present, Object expected) {
    assertThat(read(Map.of(name, value)).value(present)).contains(expected);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("hw_architecture", "x86"),
        Arguments.of("hw_architecture", ""),
        Arguments.of("architecture", "x86"),
        Arguments.of("img_hv_type", "esx"),
        Arguments.of("hw_vm_mode", 5),
        Arguments.of("img_hv_requested_version", "6.0"),
        Arguments.of("hypervisor_version_requires", ">=6"),
        Arguments.of("hw_video_ram", "64.0"),
        Arguments.of("hw_video_ram", "much"),
        Arguments.of("hw_video_ram", List.of(1)),
        Arguments.of("hw_machine_type", List.of("pc")),
        Arguments.of("hw_disk_bus", "IDE"),
        Arguments.of("hw_cpu_policy", "own"),
        Arguments.of("os_type", "plan9"),
        Arguments.of("vmware_adaptertype", "odd"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("bad")
  void of_badValue_throwsWithPropertyAndValue(String name, Object value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("image property " + name + " (" + value + ")");
  }

  @Test
  void of_nullValue_throws() {
    assertThatThrownBy(() -> read(Collections.singletonMap("hw_vm_mode", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hw_vm_mode must have a value");
  }

  @Test
  void of_oldAndPresentName_takesThePresent() {
    ImageProperties image = read(Map.of("architecture", "i686", "hw_architecture", "aarch64"));
    assertThat(image.text(ImageProperties.ARCHITECTURE)).contains("aarch64");
  }

  @Test
  void of_badOldNameThatIsOverridden_throwsAllTheSame() {
    assertThatThrownBy(() -> read(Map.of("architecture", "x", "hw_architecture", "aarch64")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_adapterTypeAndDiskBus_takesTheDiskBus() {
    ImageProperties image = read(Map.of("vmware_adaptertype", "ide", "hw_disk_bus", "virtio"));
    assertThat(image.text("hw_disk_bus")).contains("virtio");
  }

  @Test
  void of_emptyAdapterType_saysNothing() {
    assertThat(read(Map.of("vmware_adaptertype", "")).values()).isEmpty();
  }

  @Test
  void of_unknownProperty_isDropped() {
    assertThat(read(Map.of("my_custom", "x", "HW_VM_MODE", "y")).values()).isEmpty();
  }

  @Test
  void of_noImage_hasNoProperties() {
    assertThat(ImageProperties.of(null).values()).isEmpty();
  }

  @Test
  void isKnown_presentNamesOnly() {
    assertThat(ImageProperties.isKnown("hw_vm_mode")).isTrue();
    assertThat(ImageProperties.isKnown("vm_mode")).isFalse();
    assertThat(ImageProperties.isKnown("my_custom")).isFalse();
  }

  @Test
  void text_ofTruthAndNumber_isPythons() {
    ImageProperties image = read(Map.of("hw_boot_menu", "yes", "hw_video_ram", "16"));
    assertThat(image.text("hw_boot_menu")).contains("True");
    assertThat(image.text("hw_video_ram")).contains("16");
  }

  @Test
  void equals_sameProperties_areOne() {
    assertThat(read(Map.of("vm_mode", "pv")))
        .isEqualTo(read(Map.of("hw_vm_mode", "XEN")))
        .hasSameHashCodeAs(read(Map.of("hw_vm_mode", "XEN")))
        .hasToString("{hw_vm_mode=xen}");
  }
}
