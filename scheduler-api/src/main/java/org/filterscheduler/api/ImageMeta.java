package org.filterscheduler.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The image of an instance, with the properties that the image service has for it.
 *
 * @param id the image's id; null for an instance that boots from a volume
 * @param properties names and values as in the image service, legacy names included; values are
 *     strings, numbers or booleans
 */
public record ImageMeta(@Nullable String id, Map<String, @Nullable Object> properties) {
  /** Copies the properties. */
  public ImageMeta {
    properties = Data.copyOf(properties);
  }

  /**
   * Returns an image without properties.
   *
   * @param id the image's id
   */
  public static ImageMeta of(String id) {
    return new ImageMeta(Objects.requireNonNull(id, "image id"), Map.of());
  }
}
