package org.filterscheduler.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.spi.ClaimJournal;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a file, made by {@link Journals#toFile(Path)}. Events are on the disk before a
 * change is seen; those that were made together stand in one line, so that a crash leaves all or
 * none.
 *
 * <p>An append that fails leaves the file as it was, and the next may succeed (the disk was full).
 * Where that cannot be had, all further ones fail: what is on the disk is unknown then.
 */
public final class FileJournal implements ClaimJournal, AutoCloseable {
  private final Path path;
  private final RandomAccessFile file; // no channel: an interrupted caller would close that
  private long end;
  private @Nullable IOException broken;

  private FileJournal(Path path, RandomAccessFile file, long end) {
    this.path = path;
    this.file = file;
    this.end = end;
  }

  static FileJournal open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      lock(path, file);
      long end = JournalFiles.endOfLastLine(file);
      file.setLength(end);
      file.getFD().sync();
      return new FileJournal(path, file, end);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The lock is held until the file is closed. */
  private static void lock(Path path, RandomAccessFile file) throws IOException {
    FileLock lock;
    try {
      lock = file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalStateException(
          "The journal " + path + " is written by another; one inventory has one journal.");
    }
  }

  @Override
  public synchronized void append(List<InventoryEvent> events) {
    if (broken != null) {
      throw new IllegalStateException(
          "The journal " + path + " broke before (" + broken + "). Look at it, and open it anew.");
    }
    byte[] line = (JsonText.write(EventJson.writeAll(events)) + "\n").getBytes(UTF_8);
    try {
      file.seek(end);
      file.write(line);
    } catch (IOException e) {
      takeBack(e);
      throw new UncheckedIOException("The journal " + path + " cannot be written: " + e, e);
    }
    flush();
    end += line.length;
  }

  private void takeBack(IOException cause) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
      broken = cause;
    }
  }

  /** What a failed flush left on the disk nobody knows, and a second one may claim success. */
  private void flush() {
    try {
      file.getFD().sync();
    } catch (IOException e) {
      broken = e;
      takeBack(e);
      throw new UncheckedIOException("The journal " + path + " cannot be flushed: " + e, e);
    }
  }

  /**
   * Closes the file.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + path + " cannot be closed: " + e, e);
    }
  }
}
