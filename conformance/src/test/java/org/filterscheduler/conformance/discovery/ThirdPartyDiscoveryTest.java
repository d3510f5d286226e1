package org.filterscheduler.conformance.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A jar that is compiled and packed apart, against the API alone, brings a filter and a resource
 * class: put on the class path or on the module path, it is found and used.
 */
final class ThirdPartyDiscoveryTest {
  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void buildJar() throws IOException, URISyntaxException {
    jar = ThirdPartyJar.build(folder);
  }

  @Test
  void jar_onTheClassPath_isFoundAndUsed() throws Exception {
    List<String> said = ForkedJvm.onClassPath(jar).run(ThirdPartyProbe.class);

    assertThat(said)
        .containsExactly(
            "location " + jar.toUri().toURL(), "answer plain", "answer slots", "answer none");
  }

  @Test
  void jar_onTheModulePath_isFoundAndUsed() throws Exception {
    List<String> said = ForkedJvm.onModulePath(jar).run(ThirdPartyProbe.class);

    assertThat(said)
        .containsExactly(
            "location module com.acme.slots, " + jar.toUri().toURL(),
            "answer plain",
            "answer slots",
            "answer none");
  }
}
