package org.filterscheduler.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the cases of a directory: each line of each file *.jsonl is one, blank lines apart. */
final class CaseReader {
  private CaseReader() {}

  static List<ConformanceCase> read(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<ConformanceCase> cases = new ArrayList<>();
      for (Path file : files.filter(CaseReader::holdsCases).sorted().toList()) {
        readFile(file, cases);
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The directory of cases (" + directory + ") is not readable", e);
    }
  }

  private static boolean holdsCases(Path file) {
    return file.getFileName().toString().endsWith(".jsonl");
  }

  private static void readFile(Path file, List<ConformanceCase> cases) throws IOException {
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      if (text.isBlank()) {
        continue; // as editors leave at the end
      }
      try {
        cases.add(new ConformanceCase(Json.parse(text)));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(file + ":" + line + " must be JSON: " + text, e);
      }
    }
  }
}
