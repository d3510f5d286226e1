package org.filterscheduler.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bundled files are what their generator makes, to the letter. */
final class DemoFilesTest {
  @Test
  void demoFiles_generatedAnew_areTheBundledOnes() {
    DemoGenerator generator = new DemoGenerator();

    assertThat(generator.hosts()).isEqualTo(DemoCommand.resource(DemoCommand.HOSTS));
    assertThat(generator.requests()).isEqualTo(DemoCommand.resource(DemoCommand.REQUESTS));
  }
}
