package org.filterscheduler.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.InventoryEvent;

/** Reads the lines of a journal. A line counts once its end is there: that is written last. */
final class JournalFiles {
  private static final int BLOCK = 8192;

  private JournalFiles() {}

  static List<InventoryEvent> read(Path file) throws IOException {
    List<InventoryEvent> events = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          number++;
          events.addAll(events(file, number, line.toString(UTF_8)));
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    return events;
  }

  private static List<InventoryEvent> events(Path file, int number, String line) {
    try {
      return EventJson.readAll(new JsonFields("event", JsonText.read(line)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": line " + number + ": " + e.getMessage(), e);
    }
  }

  /** Returns where the last whole line ends: 0 in a file that has none. */
  static long endOfLastLine(RandomAccessFile file) throws IOException {
    byte[] block = new byte[BLOCK];
    for (long end = file.length(); end > 0; end = Math.max(0, end - BLOCK)) {
      int length = (int) Math.min(end, BLOCK);
      file.seek(end - length);
      file.readFully(block, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
    }
    return 0;
  }
}
