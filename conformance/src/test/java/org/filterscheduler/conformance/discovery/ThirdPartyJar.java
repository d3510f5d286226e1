package org.filterscheduler.conformance.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.filterscheduler.api.HostKey;
import org.jspecify.annotations.Nullable;

/** Builds a third party's jar as a third party would: with the API and nothing else. */
final class ThirdPartyJar {
  private static final String SERVICE =
      "META-INF/services/org.filterscheduler.spi.HostFilterProvider";
  private static final List<String> SOURCES =
      List.of("module-info.java", "com/acme/slots/SlotFilterProvider.java");

  private ThirdPartyJar() {}

  /** Compiles and packs the sources of the resources. */
  static Path build(Path folder) throws IOException, URISyntaxException {
    Path classes = folder.resolve("classes");
    List<String> arguments =
        new ArrayList<>(
            List.of("--release", "17", "-d", classes.toString(), "--module-path", api()));
    for (String source : SOURCES) {
      arguments.add(Path.of(resource(source)).toString());
    }
    run("javac", arguments);
    Path service = classes.resolve(SERVICE);
    Files.createDirectories(service.getParent());
    Files.writeString(service, "com.acme.slots.SlotFilterProvider\n", UTF_8);
    Path jar = folder.resolve("acme.jar");
    run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  /** The API, and the annotations that it is written with. */
  private static String api() throws URISyntaxException {
    return location(HostKey.class) + File.pathSeparator + location(Nullable.class);
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static URI resource(String source) throws URISyntaxException {
    return ThirdPartyJar.class.getResource("/third-party/" + source).toURI();
  }

  private static void run(String tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int exitCode =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    assertThat(exitCode).as(tool + ": " + said).isZero();
  }
}
