package org.filterscheduler.examples.replay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceFilesTest {
  private static final String NODES = "sn,cpu_milli,memory_mib,gpu,model\n";
  private static final String PODS =
      "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,creation_time,deletion_time\n";

  @TempDir private Path folder;

  @Test
  void nodes_anyOrderOfColumns_areRead() throws IOException {
    Path file = write("\uFEFFmodel,sn,extra,gpu,cpu_milli,memory_mib\r\nT4,a,x,2,4000,1024\r\n");

    assertThat(TraceFiles.nodes(file)).containsExactly(new TraceNode("a", 4000, 1024, 2, "T4"));
  }

  @Test
  void pods_withAndWithoutDeletion_areRead() throws IOException {
    Path file = write(PODS + "a,100,200,1,500,T4|P100,5,9\nb,1,2,0,0,,7,\n");

    assertThat(TraceFiles.pods(file))
        .containsExactly(
            new TracePod("a", 100, 200, 1, 500, "T4|P100", 5, 9),
            new TracePod("b", 1, 2, 0, 0, "", 7, TimedRequest.NEVER));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a,4000,x,0,            ; :2: column 3 (memory_mib): "x": expected a whole number from 0 to
          a,-1,1,0,              ; :2: column 2 (cpu_milli): "-1": expected a whole number from 1 to
          a,NaN,1,0,             ; :2: column 2 (cpu_milli): "NaN": expected a whole number
          a,1.5,1,0,             ; :2: column 2 (cpu_milli): "1.5": expected a whole number
          a,1,,0,                ; :2: column 3 (memory_mib): "": expected a whole number
          ,1,1,0,                ; :2: column 1 (sn): "": expected a name
          a,1,1,0                ; :2: a,1,1,0: expected 5 values, as there are headings; found 4
          a,1,1,99999999999,     ; :2: column 4 (gpu): "99999999999": expected a whole number
          a,1,1,"0,              ; :2: malformed CSV:
          a,1,1,"0"x,            ; :2: malformed CSV:
          """)
  void nodes_malformedLine_namesPlaceValueAndRule(String line, String message) throws IOException {
    Path file = write(NODES + line);

    assertThatThrownBy(() -> TraceFiles.nodes(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(message);
  }

  @Test
  void nodes_sameNameTwice_namesBothLines() throws IOException {
    Path file = write(NODES + "a,1,1,0,\nb,1,1,0,\na,1,1,0,\n");

    assertThatThrownBy(() -> TraceFiles.nodes(file))
        .hasMessageEndingWith(
            ":4: column 1 (sn): \"a\": expected a name that is not there yet; the first is on line"
                + " 2");
  }

  @Test
  void pods_deletionBeforeCreation_isRefused() throws IOException {
    Path file = write(PODS + "a,1,1,0,0,,10,9\n");

    assertThatThrownBy(() -> TraceFiles.pods(file))
        .hasMessageContaining("column 8 (deletion_time): \"9\": expected a whole number from 10");
  }

  @Test
  void nodes_missingColumn_isNamed() throws IOException {
    Path file = write("sn,cpu_milli,memory_mib,gpus\na,1,1,0\n");

    assertThatThrownBy(() -> TraceFiles.nodes(file))
        .hasMessageContaining(
            ":1: sn,cpu_milli,memory_mib,gpus: expected a column gpu; needed are");
  }

  @Test
  void nodes_columnTwice_isRefused() throws IOException {
    Path file = write("sn,sn,cpu_milli,memory_mib,gpu,model\n");

    assertThatThrownBy(() -> TraceFiles.nodes(file))
        .hasMessageContaining(":1: sn: expected each column once");
  }

  @Test
  void nodes_emptyFile_isRefused() throws IOException {
    Path file = write("");

    assertThatThrownBy(() -> TraceFiles.nodes(file)).hasMessageContaining("a line of headings");
  }

  @Test
  void nodes_noLines_isRefused() throws IOException {
    Path file = write(NODES);

    assertThatThrownBy(() -> TraceFiles.nodes(file)).hasMessageContaining("at least one node");
  }

  @Test
  void nodes_notUtf8_isRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "sn,ä\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> TraceFiles.nodes(file)).hasMessageContaining("is not UTF-8 text");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("trace.csv"), text);
  }
}
