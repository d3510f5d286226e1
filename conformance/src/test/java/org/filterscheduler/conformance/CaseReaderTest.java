package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseReaderTest {
  @TempDir Path directory;

  @Test
  void read_filesOfCasesAndOthers_takesEachLineThatIsNotBlank() throws Exception {
    Files.writeString(directory.resolve("b.jsonl"), "{\"id\": \"b1\"}\n{\"id\": \"b2\"}\n\n \n");
    Files.writeString(directory.resolve("a.jsonl"), "{\"id\": \"a1\"}");
    Files.writeString(directory.resolve("README.md"), "Not a case.");

    assertThat(CaseReader.read(directory))
        .extracting(ConformanceCase::id)
        .containsExactly("a1", "b1", "b2");
  }

  @Test
  void read_lineThatIsNoJson_namesFileAndLine() throws Exception {
    Files.writeString(directory.resolve("a.jsonl"), "{\"id\": \"a1\"}\n\n{\"id\"\n");

    assertThatThrownBy(() -> CaseReader.read(directory)).hasMessageContaining("a.jsonl:3");
  }
}
