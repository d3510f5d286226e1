package org.filterscheduler.conformance.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The plug-ins of a third party, built apart, are found and used like the built-in ones: in a JVM
 * of its own, on the class path and on the module path.
 */
final class DiscoveryTest {
  @Test
  void probe_onTheClassPath_findsAndUsesAThirdPartysFilter() throws Exception {
    List<String> said = ForkedJvm.onClassPath().run(Probe.class);

    assertFoundAndUsed(said);
    assertThat(of("location", said)).noneMatch(location -> location.contains("module "));
  }

  @Test
  void probe_onTheModulePath_findsAndUsesAThirdPartysFilter() throws Exception {
    List<String> said = ForkedJvm.onModulePath().run(Probe.class);

    assertFoundAndUsed(said);
    assertThat(of("location", said))
        .singleElement()
        .asString()
        .startsWith("module org.filterscheduler.examples.rack, file:");
  }

  @Test
  void probe_byTheModuleLayer_findsTheSame() throws Exception {
    List<String> said = ForkedJvm.onModulePath().run(Probe.class, "by-layer");

    assertThat(said).isEqualTo(ForkedJvm.onModulePath().run(Probe.class));
  }

  private static void assertFoundAndUsed(List<String> said) {
    assertThat(of("problem", said)).isEmpty();
    assertThat(of("filter", said)).contains("LicenseFilter", "RamFilter").hasSizeGreaterThan(10);
    assertThat(of("weigher", said)).contains("RAMWeigher").hasSizeGreaterThanOrEqualTo(8);
    assertThat(of("answer", said)).containsExactly("host-2", "none");
  }

  private static List<String> of(String what, List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.substring(what.length() + 1))
        .toList();
  }
}
