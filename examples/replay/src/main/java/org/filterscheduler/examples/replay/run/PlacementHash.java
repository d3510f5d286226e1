package org.filterscheduler.examples.replay.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the lines {@code instance host}, in the order of the placements. */
public final class PlacementHash {
  private final MessageDigest digest;

  /** Creates the hash of no placements. */
  public PlacementHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /**
   * Adds a placement.
   *
   * @param instance the instance
   * @param host the name of its host
   */
  public void add(String instance, String host) {
    digest.update((instance + " " + host + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the hash in hexadecimal digits; nothing may be added afterwards. */
  public String value() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
