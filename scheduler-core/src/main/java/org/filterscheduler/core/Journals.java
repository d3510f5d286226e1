package org.filterscheduler.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.InventoryExport;

/**
 * The text form of events and exports, one line of JSON each, and a journal in a file.
 *
 * <p>What is written is read again exactly. The form carries {@link InventoryEvent#VERSION}; a
 * newer one is refused.
 */
public final class Journals {
  private Journals() {}

  /**
   * Returns the text of an event, without the end of its line.
   *
   * @param event the event
   */
  public static String write(InventoryEvent event) {
    return JsonText.write(EventJson.write(event));
  }

  /**
   * Returns the text of an export, without the end of its line.
   *
   * @param export the export
   */
  public static String write(InventoryExport export) {
    return JsonText.write(EventJson.write(export));
  }

  /**
   * Reads an event.
   *
   * @param text the text that {@link #write(InventoryEvent)} gave
   * @throws IllegalArgumentException if it is malformed or of a newer version
   */
  public static InventoryEvent readEvent(String text) {
    return EventJson.read(new JsonFields("event", JsonText.read(text)));
  }

  /**
   * Reads an export.
   *
   * @param text the text that {@link #write(InventoryExport)} gave
   * @throws IllegalArgumentException if it is malformed or of a newer version
   */
  public static InventoryExport readExport(String text) {
    return EventJson.readExport(new JsonFields("export", JsonText.read(text)));
  }

  /**
   * Opens a journal that appends to a file, which is made if it does not exist. A torn last line,
   * left by a crash, is cut off.
   *
   * @param file the file; no other journal may write it
   * @throws UncheckedIOException if it cannot be written
   * @throws IllegalStateException if another journal writes it
   */
  public static FileJournal toFile(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return FileJournal.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be opened: " + e, e);
    }
  }

  /**
   * Reads the events of a file that {@link #toFile(Path)} wrote, in their order. A torn last line
   * is left out: the change that it was for was not made.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if a line is malformed or of a newer version
   */
  public static List<InventoryEvent> readFile(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return JournalFiles.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be read: " + e, e);
    }
  }
}
