package org.filterscheduler.conformance;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the cases are.
 *
 * @param path the directory
 * @param bundled whether they are those of this module
 */
record CaseDirectory(Path path, boolean bundled) {
  /** Returns the directory that -Dconformance.dir names, else that of this module. */
  static CaseDirectory chosen() {
    String other = System.getProperty("conformance.dir", "");
    return other.isBlank() ? ownCases() : new CaseDirectory(resolve(other), false);
  }

  /** A relative directory is seen from where Maven was started, which the tests are not. */
  private static Path resolve(String directory) {
    Path path = Path.of(System.getProperty("conformance.relative.to", "")).resolve(directory);
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "conformance.dir ("
              + directory
              + ") must be a directory, seen from where Maven was started; "
              + path.toAbsolutePath().normalize()
              + " is none.");
    }
    return path;
  }

  static CaseDirectory ownCases() {
    try {
      var url = Objects.requireNonNull(CaseDirectory.class.getResource("/cases"), "/cases");
      return new CaseDirectory(Path.of(url.toURI()), true);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
