package org.filterscheduler.architecture;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a module on the class path, be it a jar or a folder of classes. */
final class ModuleFiles {
  private ModuleFiles() {}

  /** Returns the files beside the given one, by their path from the root of the module. */
  static Map<String, byte[]> around(String resource) throws IOException {
    @Nullable URL url = ModuleFiles.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    URI root = URI.create(url.toString().substring(0, url.toString().length() - resource.length()));
    if (!root.getScheme().equals("jar")) {
      return read(Path.of(root));
    }
    try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
      return read(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> read(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }
}
