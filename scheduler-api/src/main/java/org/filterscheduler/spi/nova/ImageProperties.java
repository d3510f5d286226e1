package org.filterscheduler.spi.nova;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.filterscheduler.api.ImageMeta;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an image as Nova reads them: known names only, values of their type, names of
 * architectures, hypervisors and VM modes in their canonical spelling.
 *
 * <p>Properties of older names are read first, and those of the present names override them; but a
 * bad value of either is an error. Immutable.
 */
public final class ImageProperties {
  /** The property that names the CPU architecture. */
  public static final String ARCHITECTURE = "hw_architecture";

  /** The property that names the kind of hypervisor. */
  public static final String HYPERVISOR_TYPE = "img_hv_type";

  /** The property that names the VM mode. */
  public static final String VM_MODE = "hw_vm_mode";

  /** The property that says which versions of the hypervisor will do. */
  public static final String REQUESTED_VERSION = "img_hv_requested_version";

  private static final String ADAPTER_TYPE = "vmware_adaptertype";
  private static final String DISK_BUS = "hw_disk_bus";
  static final String SCSI_MODEL = "hw_scsi_model";

  private static final Map<String, ImagePropertyType> TYPES = ImagePropertyTable.types();
  private static final Map<String, String> LEGACY_NAMES = ImagePropertyTable.legacyNames();

  private static final ImageProperties NONE = new ImageProperties(Map.of());

  private final Map<String, Object> values;

  private ImageProperties(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads the properties of an image.
   *
   * @param image the image; null for none, which has no properties
   * @throws IllegalArgumentException if a known property has a bad value
   */
  public static ImageProperties of(@Nullable ImageMeta image) {
    if (image == null || image.properties().isEmpty()) {
      return NONE;
    }
    Map<String, @Nullable Object> raw = image.properties();
    Map<String, Object> values = new LinkedHashMap<>();
    LEGACY_NAMES.forEach((legacy, name) -> put(raw, legacy, name, values));
    putAdapterType(raw, values);
    TYPES.keySet().forEach(name -> put(raw, name, name, values));
    return new ImageProperties(values);
  }

  /**
   * Returns whether a name is that of a property; older names are not.
   *
   * @param name the name
   */
  public static boolean isKnown(String name) {
    return TYPES.containsKey(name);
  }

  /**
   * Returns the value of a property: a {@code String}, {@code Long} or {@code Boolean}.
   *
   * @param name its present name
   */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Returns the text of a property.
   *
   * @param name its present name
   */
  public Optional<String> text(String name) {
    return value(name).map(PythonText::of);
  }

  /** Returns all properties by their present names. */
  public Map<String, Object> values() {
    return values;
  }

  private static void put(
      Map<String, @Nullable Object> raw, String from, String name, Map<String, Object> values) {
    if (raw.containsKey(from)) {
      values.put(name, read(from, raw.get(from), name));
    }
  }

  private static Object read(String from, @Nullable Object value, String name) {
    ImagePropertyType type = TYPES.get(name);
    if (type == null || value == null) {
      throw new IllegalArgumentException("The image property " + from + " must have a value.");
    }
    try {
      return type.read(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The image property " + from + " (" + value + ") is not valid: " + e.getMessage(), e);
    }
  }

  // One older property says two things: the bus, and on a SCSI bus the model of the controller.
  private static void putAdapterType(
      Map<String, @Nullable Object> raw, Map<String, Object> values) {
    Object adapter = raw.get(ADAPTER_TYPE);
    if (adapter == null || adapter.equals("")) {
      return;
    }
    values.put(DISK_BUS, adapter.equals("ide") ? "ide" : "scsi");
    if (!adapter.equals("ide")) {
      values.put(SCSI_MODEL, read(ADAPTER_TYPE, adapter, SCSI_MODEL));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageProperties that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
