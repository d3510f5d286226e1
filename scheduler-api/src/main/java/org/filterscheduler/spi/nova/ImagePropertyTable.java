package org.filterscheduler.spi.nova;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.filterscheduler.spi.nova.ImagePropertyType.Anything;
import org.filterscheduler.spi.nova.ImagePropertyType.Name;
import org.filterscheduler.spi.nova.ImagePropertyType.Predicate;
import org.filterscheduler.spi.nova.ImagePropertyType.Text;
import org.filterscheduler.spi.nova.ImagePropertyType.Truth;
import org.filterscheduler.spi.nova.ImagePropertyType.Whole;

/** The image properties that Nova knows, and the older names of some. */
final class ImagePropertyTable {
  private ImagePropertyTable() {}

  static Map<String, String> legacyNames() {
    return Map.ofEntries(
        entry("architecture", ImageProperties.ARCHITECTURE),
        entry("hypervisor_type", ImageProperties.HYPERVISOR_TYPE),
        entry("hypervisor_version_requires", ImageProperties.REQUESTED_VERSION),
        entry("vm_mode", ImageProperties.VM_MODE),
        entry("owner_id", "img_owner_id"),
        entry("vmware_disktype", "hw_disk_type"),
        entry("vmware_image_version", "img_version"),
        entry("vmware_ostype", "os_distro"),
        entry("auto_disk_config", "hw_auto_disk_config"),
        entry("ipxe_boot", "hw_ipxe_boot"),
        entry("xenapi_device_id", "hw_device_id"),
        entry("xenapi_image_compression_level", "img_compression_level"),
        entry("vmware_linked_clone", "img_linked_clone"),
        entry("xenapi_use_agent", "img_use_agent"),
        entry("xenapi_skip_agent_inject_ssh", "os_skip_agent_inject_ssh"),
        entry("xenapi_skip_agent_inject_files_at_boot", "os_skip_agent_inject_files_at_boot"),
        entry("cache_in_nova", "img_cache_in_nova"),
        entry("bittorrent", "img_bittorrent"),
        entry("mappings", "img_mappings"),
        entry("block_device_mapping", "img_block_device_mapping"),
        entry("bdm_v2", "img_bdm_v2"),
        entry("root_device_name", "img_root_device_name"));
  }

  static Map<String, ImagePropertyType> types() {
    Map<String, ImagePropertyType> all = new LinkedHashMap<>();
    putAll(
        all,
        new Text(),
        "hw_auto_disk_config hw_cpu_realtime_mask hw_disk_type hw_machine_type hw_mem_page_size"
            + " img_owner_id img_root_device_name img_signature os_admin_user os_command_line"
            + " os_distro");
    putAll(
        all,
        new Whole(),
        "hw_cpu_cores hw_cpu_sockets hw_cpu_threads hw_cpu_max_cores hw_cpu_max_sockets"
            + " hw_cpu_max_threads hw_device_id hw_numa_nodes hw_serial_port_count hw_video_ram"
            + " img_compression_level img_version");
    putAll(
        all,
        new Truth(),
        "hw_boot_menu hw_ipxe_boot hw_qemu_guest_agent hw_vif_multiqueue_enabled img_bdm_v2"
            + " img_bittorrent img_cache_in_nova img_hide_hypervisor_id img_linked_clone"
            + " img_use_agent os_require_quiesce os_skip_agent_inject_files_at_boot"
            + " os_skip_agent_inject_ssh");
    putAll(
        all,
        new Anything(),
        "img_signature_certificate_uuid hw_numa_cpus hw_numa_mem img_mappings"
            + " img_block_device_mapping");
    all.put(ImageProperties.REQUESTED_VERSION, new Predicate());
    putPlatform(all);
    putDevices(all);
    putPolicies(all);
    return all;
  }

  private static void putPlatform(Map<String, ImagePropertyType> all) {
    all.put(ImageProperties.ARCHITECTURE, new Name(CanonicalName::architecture));
    all.put(ImageProperties.HYPERVISOR_TYPE, new Name(CanonicalName::hypervisorType));
    all.put(ImageProperties.VM_MODE, new Name(CanonicalName::vmMode));
    all.put("os_type", Name.ofAnyCase(Map.of(), "linux", "windows"));
    all.put("hw_firmware_type", Name.of("bios", "uefi"));
  }

  private static void putDevices(Map<String, ImagePropertyType> all) {
    putAll(
        all,
        Name.of("fdc", "ide", "sata", "scsi", "usb", "virtio", "xen", "lxc", "uml"),
        "hw_cdrom_bus hw_disk_bus hw_floppy_bus hw_rescue_bus");
    all.put("hw_pointer_model", Name.of("usbtablet"));
    all.put("hw_rescue_device", Name.of("cdrom", "disk", "floppy", "fs", "lun"));
    all.put("hw_rng_model", Name.of("virtio"));
    all.put(ImageProperties.SCSI_MODEL, scsiModel());
    // Here and below with the names that came after Pike: an image that has one must not be lost.
    all.put(
        "hw_video_model",
        Name.of("cirrus", "qxl", "vga", "vmvga", "xen", "virtio", "gop", "none", "bochs"));
    all.put("hw_vif_model", vifModel());
  }

  private static void putPolicies(Map<String, ImagePropertyType> all) {
    all.put("hw_cpu_policy", Name.of("shared", "dedicated", "mixed"));
    all.put("hw_cpu_thread_policy", Name.of("prefer", "isolate", "require"));
    all.put("hw_watchdog_action", Name.of("none", "pause", "poweroff", "reset", "disabled"));
    all.put("img_config_drive", Name.of("optional", "mandatory"));
    all.put("os_secure_boot", Name.of("required", "disabled", "optional"));
    all.put("img_signature_hash_method", Name.of("SHA-224", "SHA-256", "SHA-384", "SHA-512"));
    all.put(
        "img_signature_key_type",
        Name.of(
            "DSA",
            "ECC_SECP384R1",
            "ECC_SECP521R1",
            "ECC_SECT409K1",
            "ECC_SECT409R1",
            "ECC_SECT571K1",
            "ECC_SECT571R1",
            "RSA-PSS"));
  }

  private static Name scsiModel() {
    return Name.ofAnyCase(
        Map.of("lsilogicsas", "lsisas1068", "paravirtual", "vmpvscsi"),
        "buslogic",
        "ibmvscsi",
        "lsilogic",
        "lsisas1068",
        "lsisas1078",
        "virtio-scsi",
        "vmpvscsi");
  }

  private static Name vifModel() {
    return Name.ofAnyCase(
        Map.of(
            "virtuale1000", "e1000",
            "virtuale1000e", "e1000e",
            "virtualpcnet32", "pcnet",
            "virtualsriovethernetcard", "sriov",
            "virtualvmxnet", "vmxnet",
            "virtualvmxnet3", "vmxnet3"),
        "virtio",
        "ne2k_pci",
        "pcnet",
        "rtl8139",
        "e1000",
        "e1000e",
        "netfront",
        "spapr-vlan",
        "lan9118",
        "sriov",
        "vmxnet",
        "vmxnet3");
  }

  private static void putAll(
      Map<String, ImagePropertyType> all, ImagePropertyType type, String names) {
    for (String name : PythonText.words(names)) {
      all.put(name, type);
    }
  }
}
